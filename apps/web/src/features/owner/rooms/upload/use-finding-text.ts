import type { MapFinding } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { topicOf } from './finding-topics.js';

/** What was found, and what to do about it, in the owner's language. What need not be mended has no advice. */
export function useFindingText(): (finding: MapFinding) => { what: string; advice: string | null } {
  const { t } = useTranslation('maps');
  return (finding) => {
    const topic = topicOf(finding);
    return {
      what: t(`finding.topics.${topic}.what`),
      advice: finding.severity === 'info' ? null : t(`finding.topics.${topic}.advice`),
    };
  };
}
