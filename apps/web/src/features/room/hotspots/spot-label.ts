import type { Hotspot, WorldData } from '@virtualcafe/contracts';
import type { ViewerTexts } from '../../../viewer/room-viewer.types.js';

/** A hotspot's label in a language: the Korean one where there is no other. */
export const spotLabel = ({ label }: Pick<Hotspot, 'label'>, language: string): string =>
  language === 'ko' || label.en === '' ? label.ko : label.en;

/** What the viewer draws into the scene. */
export const sceneTexts = ({ hotspots }: WorldData, language: string): ViewerTexts => ({
  hotspotLabels: new Map(hotspots.map((spot) => [spot.id, spotLabel(spot, language)])),
});
