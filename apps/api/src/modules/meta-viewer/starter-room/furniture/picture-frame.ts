import { box } from '../geometry/box.js';
import { colour, white } from '../geometry/colour.js';
import { type Pen } from '../geometry/scene.js';
import { picture } from '../geometry/sheet.js';
import { type PhotoPlan } from '../layout/room-plan.js';
import { type Palette } from '../palette.js';

/** Metres: how far the frame goes beyond the picture on each side. */
export const frameBorder = 0.085;

const mount = colour('#f7f3ea');

/** Drawn in the wall's coordinates; the picture is a draw call of its own. */
export const drawPictureFrame = (pen: Pen, photo: PhotoPlan, palette: Palette): void => {
  const at = pen.at(photo.u, photo.y, 0);
  const [width, height] = [photo.width + frameBorder * 2, photo.height + frameBorder * 2];
  const bar = 0.03;
  for (const side of [-1, 1]) {
    at.at((side * (width - bar)) / 2, 0, 0.016).draw('wood', box(bar, height, 0.036, 0.006), palette.darkWood);
    at.at(0, (side * (height - bar)) / 2, 0.016).draw(
      'wood',
      box(width - bar * 2, bar, 0.034, 0.006),
      palette.darkWood,
    );
  }
  at.at(0, 0, 0.01).draw('matte', picture(width - bar, height - bar), mount);
  at.at(0, 0, 0.016).draw(`photo-${photo.imageIndex}`, picture(photo.width, photo.height), white);
};
