/** Texts of components that more than one area uses. */
export const controls = {
  clearFilters: '조건 지우기',
  copied: '복사했습니다',
  copyFailed: '복사하지 못했습니다. 직접 골라 복사해 주세요.',
  region: {
    first: '시·도',
    within: '{{name}} 안에서',
    choose: '고르세요',
    whole: '{{name}} 전체',
  },
  unsaved: {
    title: '저장하지 않은 내용이 있습니다',
    text: '지금 나가면 고친 내용이 사라집니다.',
    leave: '저장하지 않고 나가기',
    stay: '계속 고치기',
  },
  upload: {
    hint: '여기에 끌어다 놓아도 됩니다. JPEG, PNG, WebP, AVIF, GIF · 한 장에 {{megabytes}}MB까지',
    list: '올리는 사진',
    underway_other: '사진 {{count}}장을 올리는 중입니다.',
    failed_other: '사진 {{count}}장을 올리지 못했습니다.',
    retry: '다시 시도',
    cancel: '{{name}} 올리기 취소',
    dismiss: '{{name}} 목록에서 지우기',
    state: {
      waiting: '기다리는 중',
      sending: '올리는 중 {{percent}}%',
      checking: '서버가 확인하는 중',
    },
    refusal: {
      empty: '빈 파일입니다.',
      heic: 'HEIC 사진은 아직 받지 못합니다. JPEG로 바꾸어 올려 주세요.',
      type: 'JPEG, PNG, WebP, AVIF, GIF 사진만 올릴 수 있습니다.',
      size: '{{megabytes}}MB가 넘는 파일입니다. 크기를 줄여 올려 주세요.',
    },
  },
  sortable: {
    role: '차례를 바꿀 수 있는 항목',
    instructions:
      '스페이스 키로 들어 올리고 화살표 키로 옮긴 뒤, 스페이스 키로 내려놓습니다. 그만두려면 Esc 키를 누릅니다.',
    started: '{{name}}, 들어 올렸습니다. 지금 {{total}}개 중 {{position}}번째입니다.',
    over: '{{name}}, {{total}}개 중 {{position}}번째 자리입니다.',
    nowhere: '{{name}}, 놓을 자리 밖에 있습니다.',
    ended: '{{name}}, {{total}}개 중 {{position}}번째에 내려놓았습니다.',
    cancelled: '그만두었습니다. {{name}}, {{total}}개 중 {{position}}번째에 그대로 있습니다.',
  },
};
