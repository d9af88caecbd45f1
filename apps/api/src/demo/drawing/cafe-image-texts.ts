import type { DemoCafe } from '../data/demo-cafe.js';
import type { View } from './backdrop/backdrop.js';
import type { Craft } from './bar/bar.js';
import type { Building } from './exterior/exterior.js';
import type { Season, Time } from './kit/mood.js';
import type { Drink, Sweet } from './still-life/still-life.js';

export type Shot = 'front' | 'room' | 'table' | 'bar' | 'virtual-room' | 'virtual-island';

type Words = readonly [ko: string, en: string];

const HOURS: Readonly<Record<Time, Words>> = {
  dawn: ['해 뜰 무렵', 'at daybreak'],
  morning: ['아침', 'in the morning'],
  noon: ['한낮', 'at midday'],
  golden: ['해 질 녘', 'in the late sun'],
  dusk: ['어스름 저녁', 'at dusk'],
  night: ['밤', 'at night'],
  rain: ['비 오는 날', 'in the rain'],
  snow: ['눈 오는 날', 'in the snow'],
  mist: ['안개 낀 아침', 'in morning mist'],
};

const SEASONS: Readonly<Record<Season, Words>> = {
  spring: ['봄', 'spring'],
  summer: ['여름', 'summer'],
  autumn: ['가을', 'autumn'],
  winter: ['겨울', 'winter'],
};

const BUILDINGS: Readonly<Record<Building, Words>> = {
  hanok: ['기와지붕 한옥', 'a hanok under a tiled roof'],
  warehouse: ['붉은 벽돌 공장', 'an old brick hall'],
  shophouse: ['골목의 상가 주택', 'a narrow shophouse'],
  cottage: ['박공지붕 집', 'a gabled house'],
  cabin: ['삼각 지붕 오두막', 'an A-frame cabin'],
  'stone-house': ['현무암 돌집', 'a house of black stone'],
  modern: ['유리와 콘크리트 건물', 'a pavilion of glass and concrete'],
  seaside: ['바닷가 집', 'a house by the sea'],
  greenhouse: ['유리 온실', 'a glasshouse'],
};

const VIEWS: Readonly<Record<View, Words>> = {
  sea: ['바다', 'the sea'],
  harbour: ['항구', 'the harbour'],
  river: ['강', 'the river'],
  lake: ['호수', 'the lake'],
  city: ['도시', 'the city'],
  alley: ['골목', 'the alley'],
  courtyard: ['마당', 'the courtyard'],
  mountains: ['산', 'the mountains'],
  forest: ['숲', 'the forest'],
  'tea-field': ['차밭', 'the tea field'],
  mounds: ['능', 'the royal mounds'],
  orchard: ['귤밭', 'the tangerine orchard'],
  fortress: ['성곽', 'the fortress wall'],
};

const DRINKS: Readonly<Record<Drink, Words>> = {
  'latte-heart': ['하트를 그린 라떼', 'a latte with a heart'],
  'latte-rosetta': ['로제타를 그린 라떼', 'a latte with a rosetta'],
  'latte-tulip': ['튤립을 그린 라떼', 'a latte with a tulip'],
  filter: ['드립 커피', 'filter coffee'],
  matcha: ['말차', 'matcha'],
  'tea-set': ['찻주전자와 찻잔', 'a teapot and cups'],
  'iced-coffee': ['아이스커피', 'iced coffee'],
  einspanner: ['아인슈페너', 'an einspänner'],
  'citrus-ade': ['시트러스에이드', 'a citrus ade'],
  'berry-ade': ['베리에이드', 'a berry ade'],
  'green-ade': ['초록에이드', 'a green herb ade'],
};

const SWEETS: Readonly<Record<Sweet, Words>> = {
  croissant: ['크루아상', 'a croissant'],
  'cream-cake': ['생크림케이크', 'cream cake'],
  'chocolate-cake': ['초콜릿케이크', 'chocolate cake'],
  'carrot-cake': ['당근케이크', 'carrot cake'],
  tart: ['과일 타르트', 'a fruit tart'],
  bread: ['두껍게 썬 식빵', 'thick slices of bread'],
  'rice-sweets': ['약과와 경단', 'honey cookies and rice balls'],
  bingsu: ['팥빙수', 'shaved ice with red beans'],
  tangerines: ['귤 한 접시', 'a plate of tangerines'],
  macarons: ['마카롱', 'macarons'],
};

const CRAFTS: Readonly<Record<Craft, Words>> = {
  espresso: ['에스프레소 머신과 갓 내린 커피', 'the espresso machine and fresh coffee'],
  'hand-drip': ['나란히 놓인 드리퍼와 주전자', 'drippers in a row and the kettle'],
  tea: ['김이 오르는 무쇠 주전자와 다구', 'a steaming iron kettle and tea things'],
  records: ['돌아가는 레코드와 스피커', 'a record turning between loudspeakers'],
  bakery: ['오븐에서 갓 나온 빵', 'bread fresh from the oven'],
  roastery: ['로스터와 식어 가는 원두', 'the roaster and cooling beans'],
};

/** What a picture of the café shows, where the café's name stands already. */
export const wordsOf = (cafe: DemoCafe, shot: Shot): Words => WORDS[shot](cafe);

/** What a picture shows, for those who do not see it. */
export function altTexts(cafe: DemoCafe, shot: Shot): { altKo: string; altEn: string } {
  const [ko, en] = wordsOf(cafe, shot);
  return { altKo: `${cafe.name} ${ko}`, altEn: `${cafe.nameEn}: ${en}` };
}

const WORDS: Readonly<Record<Shot, (cafe: DemoCafe) => Words>> = {
  front: ({ scene }) => [
    `전경: ${SEASONS[scene.season][0]}, ${HOURS[scene.time][0]}의 ${BUILDINGS[scene.building][0]}`,
    `${BUILDINGS[scene.building][1]} ${HOURS[scene.time][1]}, ${SEASONS[scene.season][1]}`,
  ],
  room: ({ scene }) => [
    `실내: ${HOURS[scene.inside][0]}의 자리와 창밖의 ${VIEWS[scene.view][0]}`,
    `the room ${HOURS[scene.inside][1]}, ${VIEWS[scene.view][1]} outside`,
  ],
  table: ({ scene }) => [
    `테이블: ${DRINKS[scene.table.drink][0]}, ${SWEETS[scene.table.sweet][0]}`,
    `${DRINKS[scene.table.drink][1]} and ${SWEETS[scene.table.sweet][1]} on a table by the window`,
  ],
  bar: ({ scene }) => [`바: ${CRAFTS[scene.craft][0]}`, CRAFTS[scene.craft][1]],
  'virtual-room': () => ['가상 공간: 방문자들이 모인 3D 카페 내부', 'the virtual room, with visitors meeting in it'],
  'virtual-island': ({ scene }) => [
    `가상 광장: 하늘섬 위의 ${BUILDINGS[scene.building][0]}`,
    `the virtual square: ${BUILDINGS[scene.building][1]} on an island in the sky`,
  ],
};
