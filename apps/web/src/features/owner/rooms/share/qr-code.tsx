import QRCode from 'qrcode';

/** Light modules around the code: readers need them. */
const quietZone = 4;

/** A text as a QR code, drawn as one path; always dark on light, whatever the theme: readers need that too. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string | undefined }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const path = Array.from({ length: size * size }, (_, index) => index)
    .filter((index) => modules.data[index] === 1)
    .map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`)
    .join('');
  const side = size + 2 * quietZone;
  return (
    <>
      <span className="visually-hidden">{label}</span>
      <svg viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`} aria-hidden="true" className={className}>
        <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#ffffff" />
        <path d={path} fill="#2a1f18" shapeRendering="crispEdges" />
      </svg>
    </>
  );
}
