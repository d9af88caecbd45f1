import type { Hotspot, Participant } from '@virtualcafe/contracts';
import { wrapText } from '../systems/text-wrap.js';
import type { Brush, Painted } from './label-sheet.js';

const tagFontPixels = 13;
const tagHeight = 24;
const bubbleFontPixels = 14;
const bubbleLineHeight = 19;
const bubbleTail = 7;
export const bubbleMostLines = 4;

/** Sizes of the cells that labels are painted in, CSS pixels. */
export const tagCell = { width: 192, height: 28 } as const;
export const bubbleCell = { width: 248, height: 108 } as const;
export const badgeCell = { width: 56, height: 56 } as const;

const font = (pixels: number, weight: number, family: string): string => `${weight} ${pixels}px ${family}`;

/** As much of the text as fits into so many pixels, with an ellipsis when that is not all. */
const shortened = (brush: Brush, text: string, pixels: number): string => {
  if (brush.measureText(text).width <= pixels) return text;
  const letters = [...text];
  while (letters.length > 1 && brush.measureText(`${letters.join('')}…`).width > pixels) letters.pop();
  return `${letters.join('')}…`;
};

/** A speech balloon, struck through: may not speak. */
const paintMuted = (brush: Brush, x: number, y: number): void => {
  brush.strokeStyle = '#ffd7cf';
  brush.lineWidth = 1.5;
  brush.beginPath();
  brush.roundRect(x, y - 5, 12, 8, 3);
  brush.moveTo(x + 4, y + 3);
  brush.lineTo(x + 4, y + 6);
  brush.moveTo(x, y + 6);
  brush.lineTo(x + 12, y - 7);
  brush.stroke();
};

/** A small cup: keeps the café. */
const paintKeeper = (brush: Brush, x: number, y: number): void => {
  brush.fillStyle = '#fff4dd';
  brush.beginPath();
  brush.roundRect(x, y - 4, 9, 8, [1, 1, 4, 4]);
  brush.fill();
  brush.strokeStyle = '#fff4dd';
  brush.lineWidth = 1.5;
  brush.beginPath();
  brush.arc(x + 9.5, y - 0.5, 2.4, -Math.PI / 2, Math.PI / 2);
  brush.stroke();
};

/** A name on a dark pill; warm for keepers. */
export const paintTag = (brush: Brush, participant: Participant, family: string): Painted => {
  const { role, isMuted, nickname } = participant;
  const [before, after] = [role === 'KEEPER' ? 18 : 0, isMuted ? 17 : 0];
  brush.font = font(tagFontPixels, 600, family);
  const name = shortened(brush, nickname, tagCell.width - 22 - before - after);
  const width = Math.ceil(brush.measureText(name).width) + 20 + before + after;
  brush.fillStyle = role === 'KEEPER' ? 'rgba(158, 78, 36, 0.92)' : 'rgba(44, 34, 29, 0.72)';
  brush.beginPath();
  brush.roundRect(1, 2, width - 2, tagHeight, tagHeight / 2);
  brush.fill();
  if (role === 'KEEPER') paintKeeper(brush, 11, 14);
  brush.fillStyle = '#ffffff';
  brush.textBaseline = 'middle';
  brush.fillText(name, 10 + before, 14.5);
  if (isMuted) paintMuted(brush, width - 22, 14);
  return { width, height: tagCell.height };
};

/** A hotspot's name on a light pill. */
export const paintCaption = (brush: Brush, text: string, family: string): Painted => {
  brush.font = font(tagFontPixels, 600, family);
  const label = shortened(brush, text, tagCell.width - 22);
  const width = Math.ceil(brush.measureText(label).width) + 20;
  brush.fillStyle = 'rgba(255, 252, 246, 0.94)';
  brush.beginPath();
  brush.roundRect(1, 2, width - 2, tagHeight, tagHeight / 2);
  brush.fill();
  brush.fillStyle = '#382a22';
  brush.textBaseline = 'middle';
  brush.fillText(label, 10, 14.5);
  return { width, height: tagCell.height };
};

/** What somebody says, in a few lines, with a tail that points down. */
export const paintBubble = (brush: Brush, text: string, family: string): Painted => {
  brush.font = font(bubbleFontPixels, 500, family);
  const most = bubbleCell.width - 32;
  const lines = wrapText(text, most, bubbleMostLines, (part) => brush.measureText(part).width);
  const widest = Math.max(...lines.map((line) => brush.measureText(line).width));
  const width = Math.ceil(widest) + 30;
  const height = lines.length * bubbleLineHeight + 16;
  const middle = width / 2;
  brush.shadowColor = 'rgba(60, 40, 25, 0.28)';
  brush.shadowBlur = 8;
  brush.shadowOffsetY = 2;
  brush.fillStyle = '#fffdf8';
  brush.beginPath();
  brush.roundRect(3, 3, width - 6, height - 4, 13);
  brush.moveTo(middle - 7, height - 2);
  brush.lineTo(middle, height + bubbleTail - 2);
  brush.lineTo(middle + 7, height - 2);
  brush.fill();
  brush.shadowColor = 'transparent';
  brush.fillStyle = '#33261f';
  brush.textBaseline = 'middle';
  lines.forEach((line, index) => brush.fillText(line, 15, 11 + (index + 0.5) * bubbleLineHeight));
  return { width, height: height + bubbleTail + 1 };
};

const badgeColors: Readonly<Record<Hotspot['kind'], string>> = {
  product: '#b0612f',
  board: '#3c6ea5',
  coupon: '#c74a5b',
  portal: '#6a57b3',
  photo: '#4a403a',
  link: '#2c7a68',
};

/** Line drawings on a square of 24. */
const glyphs: Readonly<Record<Hotspot['kind'], string>> = {
  product: 'M5 9h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10h1.5a2.5 2.5 0 0 1 0 5H16M8.5 3.5v2M12 3.5v2',
  board: 'M5 4.5h14v12h-8l-4 3.5v-3.5H5zM8.5 8.5h7M8.5 12h5',
  coupon: 'M4 7h16v3.2a1.8 1.8 0 0 0 0 3.6V17H4v-3.2a1.8 1.8 0 0 0 0-3.6zM14 7.5v2M14 11v2M14 14.5v2',
  portal: 'M6 20V6a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v14M4 20h16M14.5 12v1.2',
  photo: 'M4 6h16v12H4zM4 15l4.5-4 4 3.5 3-2.5L20 16M15.5 9.2v.1',
  link: 'M10 14l4-4M8.5 11L6 13.5a3.2 3.2 0 0 0 4.5 4.5L13 15.5M15.5 13L18 10.5a3.2 3.2 0 0 0-4.5-4.5L11 8.5',
};

/** A round badge with the drawing of its kind. */
export const paintBadge = (brush: Brush, kind: Hotspot['kind']): Painted => {
  const { width } = badgeCell;
  const middle = width / 2;
  brush.shadowColor = 'rgba(50, 30, 20, 0.4)';
  brush.shadowBlur = 10;
  brush.shadowOffsetY = 3;
  brush.fillStyle = '#fffaf2';
  brush.beginPath();
  brush.arc(middle, middle, 21, 0, 2 * Math.PI);
  brush.fill();
  brush.shadowColor = 'transparent';
  brush.fillStyle = badgeColors[kind];
  brush.beginPath();
  brush.arc(middle, middle, 18, 0, 2 * Math.PI);
  brush.fill();
  brush.translate(middle - 12, middle - 12);
  brush.strokeStyle = '#ffffff';
  brush.lineWidth = 1.8;
  brush.lineCap = brush.lineJoin = 'round';
  brush.stroke(new Path2D(glyphs[kind]));
  return { width, height: width };
};

/** The ring that grows from a badge. */
export const paintHalo = (brush: Brush): Painted => {
  const { width } = badgeCell;
  brush.strokeStyle = 'rgba(255, 250, 242, 0.9)';
  brush.lineWidth = 2.5;
  brush.beginPath();
  brush.arc(width / 2, width / 2, 24, 0, 2 * Math.PI);
  brush.stroke();
  return { width, height: width };
};
