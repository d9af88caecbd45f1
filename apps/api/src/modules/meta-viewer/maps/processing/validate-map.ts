import type { MapFinding } from '@virtualcafe/contracts';
import { validateBytes } from 'gltf-validator';
import { MapRefusal } from './map-refusal.js';

/** What exporters get wrong and every viewer puts up with: told, but no reason to refuse a map. */
const harmless: ReadonlySet<string> = new Set([
  'ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND',
  'ACCESSOR_ELEMENT_OUT_OF_MIN_BOUND',
  'ACCESSOR_INVALID_SIGN',
  'ACCESSOR_MAX_MISMATCH',
  'ACCESSOR_MIN_MISMATCH',
  'ACCESSOR_VECTOR3_NON_UNIT',
  'ACCESSOR_WEIGHTS_NON_NORMALIZED',
  'IMAGE_MIME_TYPE_INVALID',
  'IMAGE_UNEXPECTED_EOS',
  'MESH_PRIMITIVE_TOO_FEW_TEXCOORDS',
]);

const mostFindings = 40;
const severities = ['error', 'warning', 'info', 'info'] as const;

/**
 * What Khronos's validator says of a file whose structure is sound; its hints are left out.
 * @throws MapRefusal with all that was found where the file is not valid.
 */
export async function validateMap(bytes: Uint8Array): Promise<MapFinding[]> {
  const { issues } = await validateBytes(bytes, { maxIssues: 500 });
  const findings = issues.messages
    .filter(({ severity }) => severity < 2)
    .map(({ code, message, severity, pointer = '' }): MapFinding => {
      const told = harmless.has(code) ? 'warning' : (severities[severity] ?? 'info');
      return { severity: told, code: `gltf.${code}`, message: message.slice(0, 300), pointer: pointer.slice(0, 200) };
    })
    .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .slice(0, mostFindings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) throw new MapRefusal('map.invalid', `The file is not valid glTF: ${errors} errors`, '', findings);
  return findings;
}
