import type { account as ko } from '../ko/account.js';
import type { Translation } from '../translation.js';

export const account: Translation<typeof ko> = {
  title: 'My account',
  lead: 'Look at your data and change your password.',
  details: {
    title: 'My data',
    loginId: 'Login id',
    nickname: 'Nickname',
    email: 'E-mail',
    userType: 'Kind of member',
    since: 'Member since',
    none: 'none',
  },
  password: {
    title: 'Change the password',
    lead: 'All your other devices will be signed out. This one stays signed in.',
    current: 'Current password',
    next: 'New password',
    repeat: 'New password again',
    mismatch: 'This is not the same as the new password.',
    unchanged: 'Please choose one that differs from the current password.',
    rules: 'What the new password must be',
    rule: {
      length: '10 to 128 characters',
      loginId: 'without your login id in it',
      changed: 'different from the current one',
    },
    met: 'met',
    unmet: 'not yet',
    submit: 'Change the password',
    done: 'The password is changed. Your other devices are signed out.',
    social: 'You sign in with an account of another service, so there is no password here.',
  },
  signOut: {
    title: 'Sign out',
    lead: 'On a shared device, please sign out when you are done.',
  },
};
