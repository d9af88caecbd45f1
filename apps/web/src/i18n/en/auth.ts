import type { auth as ko } from '../ko/auth.js';
import type { Translation } from '../translation.js';

export const auth: Translation<typeof ko> = {
  signInTitle: 'Sign in',
  signInLead: 'Good to see you again. Your usual seat is free.',
  signUpTitle: 'Sign up',
  signUpLead: 'Become a regular. We only ask for what we need.',
  loginId: 'Login id',
  loginIdHint: '3 to 20 letters, digits, _ or -',
  loginIdFormat: 'Only letters, digits, underscores (_) and hyphens (-).',
  nickname: 'Nickname',
  nicknameHint: 'The name that others see: 2 to 20 characters',
  email: 'E-mail',
  emailHint: 'For when you forget your password.',
  password: 'Password',
  passwordHint: 'At least 10 characters; common passwords and the login id are refused.',
  signIn: 'Sign in',
  signUp: 'Sign up',
  noAccount: 'New here?',
  hasAccount: 'A member already?',
  welcome: 'Welcome, {{name}}.',
  alreadySignedIn: 'You are signed in as {{name}}.',
  goOn: 'Continue',
};
