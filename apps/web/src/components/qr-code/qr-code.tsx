import type { QrDrawing } from './qr-drawing.js';

type QrCodeProps = { drawing: QrDrawing; label: string; className?: string | undefined };

/** A QR code; dark on light whatever the theme: scanners need that. */
export function QrCode({ drawing, label, className }: QrCodeProps) {
  return (
    <svg viewBox={`0 0 ${drawing.size} ${drawing.size}`} shapeRendering="crispEdges" className={className}>
      <title>{label}</title>
      <rect width={drawing.size} height={drawing.size} fill="#fff" />
      <path d={drawing.path} fill="#000" />
    </svg>
  );
}
