import type { controls as ko } from '../ko/controls.js';
import type { Translation } from '../translation.js';

export const controls: Translation<typeof ko> = {
  clearFilters: 'Clear the filters',
  copied: 'Copied',
  copyFailed: 'It could not be copied. Please select and copy it yourself.',
  region: {
    first: 'Province or city',
    within: 'Within {{name}}',
    choose: 'Choose one',
    whole: 'All of {{name}}',
  },
  unsaved: {
    title: 'You have unsaved changes',
    text: 'If you leave now, what you changed is lost.',
    leave: 'Leave without saving',
    stay: 'Keep editing',
  },
  upload: {
    hint: 'Or drop them here. JPEG, PNG, WebP, AVIF or GIF, up to {{megabytes}} MB each',
    list: 'Photos being uploaded',
    underway_one: '{{count}} photo is being uploaded.',
    underway_other: '{{count}} photos are being uploaded.',
    failed_one: '{{count}} photo could not be uploaded.',
    failed_other: '{{count}} photos could not be uploaded.',
    retry: 'Try again',
    cancel: 'Cancel the upload of {{name}}',
    dismiss: 'Take {{name}} off the list',
    state: {
      waiting: 'Waiting',
      sending: 'Uploading {{percent}}%',
      checking: 'The server is checking it',
    },
    refusal: {
      empty: 'This file is empty.',
      heic: 'HEIC photos are not accepted yet. Please convert it to JPEG.',
      type: 'Only JPEG, PNG, WebP, AVIF and GIF photos can be uploaded.',
      size: 'This file is larger than {{megabytes}} MB. Please make it smaller.',
    },
  },
  sortable: {
    role: 'sortable item',
    instructions: 'Press Space to pick up, the arrow keys to move, and Space again to drop. Press Escape to cancel.',
    started: '{{name}} picked up. It is {{position}} of {{total}}.',
    over: '{{name}}, at place {{position}} of {{total}}.',
    nowhere: '{{name}} is outside of any place.',
    ended: '{{name}} dropped at place {{position}} of {{total}}.',
    cancelled: 'Cancelled. {{name}} stays {{position}} of {{total}}.',
  },
};
