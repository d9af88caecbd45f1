import './interpreted-schemas.js';
import { loginRequest } from '@virtualcafe/contracts';
import { globalConfig, util } from 'zod/v4/core';
import { expect, it } from 'vitest';

it('keeps schemas from compiling code, and leaves them working', () => {
  expect(globalConfig.jitless).toBe(true);
  expect(util.allowsEval.value).toBe(false);
  expect(loginRequest.safeParse({ loginId: 'owner', password: 'x' }).success).toBe(true);
});
