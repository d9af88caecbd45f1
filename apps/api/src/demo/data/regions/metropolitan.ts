import { leaves, provinceOf } from '../region-tree.js';

export const busan = provinceOf('METROPOLITAN_CITY', '부산광역시', {
  중구: { 중앙동: leaves('사십계단') },
  ...leaves('서구', '동구'),
  영도구: { 영선동4가: leaves('흰여울문화마을'), 동삼동: {} },
  부산진구: { 전포동: leaves('전포카페거리'), 부전동: {} },
  ...leaves('동래구', '남구', '북구'),
  해운대구: { 중동: leaves('달맞이길', '청사포'), 우동: {}, 송정동: {} },
  ...leaves('사하구', '금정구', '강서구', '연제구'),
  수영구: { 광안동: leaves('광안리해수욕장'), 망미동: {} },
  사상구: {},
  기장군: { 기장읍: {}, 일광읍: {}, 장안읍: {}, 정관읍: {}, 철마면: {} },
});

export const daegu = provinceOf('METROPOLITAN_CITY', '대구광역시', {
  중구: { 삼덕동: leaves('동성로'), 대봉동: leaves('김광석다시그리기길') },
  ...leaves('동구', '서구'),
  남구: { 대명동: leaves('앞산카페거리'), 봉덕동: {} },
  ...leaves('북구', '수성구', '달서구', '달성군', '군위군'),
});

export const incheon = provinceOf('METROPOLITAN_CITY', '인천광역시', {
  중구: { 신포동: leaves('개항장거리'), 송학동: {}, 운서동: {} },
  ...leaves('동구', '미추홀구'),
  연수구: { 송도동: leaves('센트럴파크') },
  ...leaves('남동구', '부평구', '계양구', '서구'),
  강화군: { 강화읍: {}, 길상면: leaves('전등사'), 화도면: {} },
  옹진군: { 영흥면: {}, 덕적면: {} },
});

export const gwangju = provinceOf('METROPOLITAN_CITY', '광주광역시', {
  동구: { 동명동: leaves('동리단길'), 운림동: leaves('무등산') },
  서구: {},
  남구: { 양림동: leaves('양림역사문화마을') },
  ...leaves('북구', '광산구'),
});

export const daejeon = provinceOf('METROPOLITAN_CITY', '대전광역시', {
  동구: { 소제동: leaves('관사촌') },
  중구: { 은행동: {}, 대흥동: {} },
  서구: {},
  유성구: { 봉명동: {}, 궁동: {} },
  대덕구: {},
});

export const ulsan = provinceOf('METROPOLITAN_CITY', '울산광역시', {
  중구: { 성남동: {} },
  남구: { 삼산동: {} },
  동구: { 일산동: leaves('대왕암공원') },
  북구: {},
  울주군: { 서생면: leaves('간절곶'), 언양읍: {}, 상북면: {} },
});

export const sejong = provinceOf('SPECIAL_SELF_GOVERNING_CITY', '세종특별자치시', {
  조치원읍: {},
  ...leaves('연기면', '연동면', '부강면', '금남면', '장군면', '연서면', '전의면', '전동면', '소정면'),
  ...leaves('한솔동', '새롬동', '도담동', '아름동', '종촌동', '고운동', '보람동', '대평동', '소담동', '다정동'),
  세종동: leaves('세종호수공원'),
});
