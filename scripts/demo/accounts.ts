import type { Role } from '@shixun/domain/identity/role'

/** One password for every demonstration account: the accounts guard nothing but the demonstration. */
export const DEMO_PASSWORD = 'Songshan-Huanghe-26'

export type DemoAccount = { role: Role; district: string | null; name: string; username: string; password: string }

export type DemoDistrict = { slug: string; name: string; kind: 'county' | 'city'; division: string }

/** The demonstration province: Henan with the city of Zhengzhou and three of its counties (GB/T 2260). */
export const CITY: DemoDistrict = { slug: 'zhengzhou', name: '郑州市教育局', kind: 'city', division: '410100' }
export const COUNTIES: readonly DemoDistrict[] = [
  { slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' },
  { slug: 'gongyi', name: '巩义市教育局', kind: 'county', division: '410181' },
  { slug: 'zhongmu', name: '中牟县教育局', kind: 'county', division: '410122' },
]

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = [
  '秀英',
  '建国',
  '晓燕',
  '志强',
  '文静',
  '海涛',
  '丽娟',
  '国庆',
  '玉梅',
  '伟东',
  '春霞',
  '永刚',
  '雪莲',
  '明辉',
  '淑芳',
  '振华',
  '红霞',
  '立新',
  '桂兰',
  '长青',
]

/** The n-th synthetic name of a family of names; the same seed gives the same people. */
export function personName(seed: number): string {
  const surname = SURNAMES[(seed * 7 + 3) % SURNAMES.length] ?? '王'
  return `${surname}${GIVEN[(seed * 11 + Math.floor(seed / SURNAMES.length)) % GIVEN.length] ?? '静'}`
}

const ROLES_OF_COUNTY: readonly { role: Role; login: string }[] = [
  { role: 'admin', login: 'admin' },
  { role: 'office', login: 'office' },
  { role: 'finance', login: 'finance' },
  { role: 'auditor', login: 'auditor' },
  { role: 'expert', login: 'expert1' },
  { role: 'expert', login: 'expert2' },
  { role: 'expert', login: 'expert3' },
  { role: 'expert', login: 'expert4' },
  { role: 'school_admin', login: 'school1' },
  { role: 'school_admin', login: 'school2' },
  { role: 'school_admin', login: 'school3' },
  { role: 'registrar', login: 'registrar' },
  { role: 'provider', login: 'provider' },
  { role: 'teacher', login: 'teacher' },
]
const ROLES_OF_CITY: readonly { role: Role; login: string }[] = [
  { role: 'admin', login: 'admin' },
  { role: 'office', login: 'office' },
  { role: 'curator', login: 'curator' },
  { role: 'expert', login: 'expert1' },
  { role: 'expert', login: 'expert2' },
  { role: 'expert', login: 'expert3' },
]

/** The name of whoever signs in as the teacher of a county: the newest on its roster, so that account and record are one person. */
export function teacherOfCounty(index: number): string {
  return personName(index * 40 + ROLES_OF_COUNTY.findIndex(({ role }) => role === 'teacher'))
}

function accountsOf(district: DemoDistrict, index: number): DemoAccount[] {
  const roles = district.kind === 'city' ? ROLES_OF_CITY : ROLES_OF_COUNTY
  return roles.map(({ role, login }, place) => ({
    role,
    district: district.slug,
    name: personName(index * 40 + place),
    username: `${district.slug}.${login}`,
    password: DEMO_PASSWORD,
  }))
}

/** Every demonstration account, as `GET /api/demo` shows them. */
export function demonstrationAccounts(): { accounts: DemoAccount[] } {
  const platform: DemoAccount[] = [
    {
      role: 'province_officer',
      district: null,
      name: personName(301),
      username: 'henan.officer',
      password: DEMO_PASSWORD,
    },
    { role: 'operator', district: null, name: personName(302), username: 'platform.operator', password: DEMO_PASSWORD },
  ]
  return { accounts: [...[...COUNTIES, CITY].flatMap(accountsOf), ...platform] }
}
