import { expect, test } from 'vitest';
import { changeRoles } from './staff-member.ts';

type Role = 'caseworker' | 'manager' | 'administrator';
const grace = {
  accountId: 'grace',
  name: 'Grace Osei',
  roles: ['administrator', 'manager'] as readonly Role[],
};
const seen = grace.roles;

test('what is newly ticked is given, and what is no longer ticked is ended', () => {
  const change = changeRoles<Role>(grace, { ticked: ['administrator', 'caseworker'], seen, by: 'tom' });
  expect(change).toEqual({ ok: true, value: { given: ['caseworker'], ended: ['manager'] } });
});

test('the same boxes in another order change nothing', () => {
  const change = changeRoles<Role>(grace, {
    ticked: ['manager', 'administrator'],
    seen: ['manager', 'administrator'],
    by: 'tom',
  });
  expect(change).toEqual({ ok: true, value: { given: [], ended: [] } });
});

test('another administrator may end somebody’s administration; they may not themselves', () => {
  expect(changeRoles<Role>(grace, { ticked: [], seen, by: 'tom' }).ok).toBe(true);
  expect(changeRoles<Role>(grace, { ticked: ['manager'], seen, by: 'grace' })).toMatchObject({
    ok: false,
    field: 'roles',
  });
  expect(changeRoles<Role>(grace, { ticked: ['administrator'], seen, by: 'grace' }).ok).toBe(true);
});

test.each([[['administrator']], [['administrator', 'caseworker']], [[]]] as const)(
  'a page that showed %j is out of date, and refused',
  (old) => {
    expect(changeRoles<Role>(grace, { ticked: [], seen: old, by: 'tom' }).ok).toBe(false);
  },
);
