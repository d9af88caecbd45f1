import type { forms as ko } from '../ko/forms.js';
import type { Translation } from '../translation.js';

export const forms: Translation<typeof ko> = {
  required: 'Please fill this in.',
  tooShort: 'Use at least {{count}} characters.',
  tooLong: 'Use at most {{count}} characters.',
  tooSmall: 'Must be {{minimum}} or more.',
  tooLarge: 'Must be {{maximum}} or less.',
  tooFew: 'At least {{count}} are needed.',
  tooMany: 'At most {{count}} are allowed.',
  email: 'This is not an e-mail address.',
  format: 'The format is not right.',
  invalid: 'This value cannot be used.',
  refused: 'The server refused this value: {{message}}',
  optional: 'optional',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  capsLock: 'Caps Lock is on.',
};
