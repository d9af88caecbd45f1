import { leaves, provinceOf } from '../region-tree.js';

export const jeonbuk = provinceOf('SPECIAL_SELF_GOVERNING_PROVINCE', '전북특별자치도', {
  전주시: {
    완산구: { 교동: leaves('전주한옥마을'), 다가동: leaves('객리단길') },
    덕진구: {},
  },
  군산시: { 월명동: leaves('초원사진관') },
  ...leaves('익산시', '정읍시', '남원시', '김제시'),
  완주군: { 소양면: {}, 구이면: {} },
  ...leaves('진안군', '무주군', '장수군', '임실군', '순창군', '고창군', '부안군'),
});

export const jeonnam = provinceOf('PROVINCE', '전라남도', {
  목포시: {},
  여수시: { 중앙동: leaves('낭만포차거리'), 고소동: leaves('고소동벽화마을'), 돌산읍: {} },
  순천시: {},
  나주시: {},
  광양시: {},
  담양군: { 담양읍: leaves('관방제림'), 봉산면: {} },
  ...leaves('곡성군', '구례군', '고흥군'),
  보성군: { 보성읍: leaves('대한다원'), 회천면: {} },
  ...leaves('화순군', '장흥군', '강진군', '해남군', '영암군', '무안군'),
  ...leaves('함평군', '영광군', '장성군', '완도군', '진도군', '신안군'),
});
