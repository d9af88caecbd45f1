import { leaves, provinceOf } from '../region-tree.js';

export const gyeongbuk = provinceOf('PROVINCE', '경상북도', {
  포항시: leaves('남구', '북구'),
  경주시: { 황남동: leaves('황리단길'), 교동: leaves('월정교') },
  김천시: {},
  안동시: { 풍천면: leaves('하회마을') },
  ...leaves('구미시', '영주시', '영천시', '상주시', '문경시', '경산시'),
  ...leaves('의성군', '청송군', '영양군', '영덕군', '청도군', '고령군'),
  ...leaves('성주군', '칠곡군', '예천군', '봉화군', '울진군', '울릉군'),
});

export const gyeongnam = provinceOf('PROVINCE', '경상남도', {
  창원시: leaves('의창구', '성산구', '마산합포구', '마산회원구', '진해구'),
  진주시: {},
  통영시: { 동호동: leaves('동피랑'), 봉평동: leaves('봉숫골'), 산양읍: {} },
  ...leaves('사천시', '김해시', '밀양시', '거제시', '양산시'),
  ...leaves('의령군', '함안군', '창녕군', '고성군'),
  남해군: { 삼동면: leaves('독일마을') },
  하동군: { 화개면: leaves('십리벚꽃길'), 악양면: {} },
  ...leaves('산청군', '함양군', '거창군', '합천군'),
});

export const jeju = provinceOf('SPECIAL_SELF_GOVERNING_PROVINCE', '제주특별자치도', {
  제주시: {
    애월읍: leaves('한담해안산책로'),
    구좌읍: leaves('월정리해변'),
    한림읍: leaves('협재해변'),
    조천읍: leaves('함덕해변'),
    삼도동: {},
  },
  서귀포시: { 남원읍: leaves('위미리'), 안덕면: leaves('산방산'), 성산읍: leaves('섭지코지'), 서귀동: {} },
});
