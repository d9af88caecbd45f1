import { userTypes } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { loginIdKeyOf, standingAfter, takesLastAdmin } from './user.rules.js';

const switches = [true, false];
const standings = userTypes.flatMap((userType) => switches.map((isDisabled) => ({ userType, isDisabled })));

describe('the key of a login id', () => {
  it('is the same for every case', () => {
    expect(loginIdKeyOf('Owner_Kim-1')).toBe('owner_kim-1');
  });
});

describe('the standing after a change', () => {
  it('is what the change names, and otherwise what it was', () => {
    for (const before of standings) {
      expect(standingAfter(before, {})).toEqual({ ...before, isChanged: false });
      for (const to of standings) {
        const isTyped = to.userType !== before.userType;
        const isSwitched = to.isDisabled !== before.isDisabled;
        expect(standingAfter(before, { userType: to.userType })).toEqual({
          ...before,
          userType: to.userType,
          isChanged: isTyped,
        });
        expect(standingAfter(before, { isDisabled: to.isDisabled })).toEqual({
          ...before,
          isDisabled: to.isDisabled,
          isChanged: isSwitched,
        });
        expect(standingAfter(before, to)).toEqual({ ...to, isChanged: isTyped || isSwitched });
      }
    }
  });
});

describe('the last administrator', () => {
  it('is taken only where an enabled administrator stops being one and no other is left', () => {
    for (const before of standings) {
      for (const after of standings) {
        const wasAdmin = before.userType === 'ADMIN' && !before.isDisabled;
        const isAdmin = after.userType === 'ADMIN' && !after.isDisabled;
        const others = ['b', 'c'];
        expect(takesLastAdmin('a', before, after, wasAdmin ? ['a', ...others] : others)).toBe(false);
        expect(takesLastAdmin('a', before, after, wasAdmin ? ['a'] : [])).toBe(wasAdmin && !isAdmin);
      }
    }
  });
});
