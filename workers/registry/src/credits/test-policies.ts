import type { Ask, TestDistrict } from '../../../../packages/testkit/src/test-district.ts'
import { fillLedger, fillRoster } from './test-ledgers.ts'

export const SCHOOLS = 3
export const TEACHERS = 600
export const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)
export const YEAR = Number(today.slice(0, 4))
/** What teacher n has in the ledger. */
export const hours = (n: number): number => n % 120

/** 100 hours in four years. */
export const BODY = {
  title: '四年 100 学时',
  version: 1,
  validFrom: `${YEAR - 1}-01-01`,
  validTo: null,
  cycle: { years: 4, anchor: { kind: 'fixed', start: `${YEAR - 1}-01-01` } },
  minutesPerHour: 60,
  attendance: null,
  accreditedOnly: true,
  conversions: [],
  caps: [],
  requirements: [
    { id: 'total', title: '总量', kind: 'min', unit: 'hours', amount: 100, where: {}, window: { kind: 'cycle' } },
  ],
  leave: null,
  exemptions: [],
  carryOver: null,
}
export const changed = (given: object): object => ({ ...BODY, ...given })

/** 600 teachers of three schools, each with one entry of the year before. */
export async function fillHouse(house: Pick<TestDistrict, 'run'>): Promise<void> {
  await fillRoster(house, { schools: SCHOOLS, teachers: TEACHERS })
  await fillLedger(
    house,
    Array.from({ length: TEACHERS }, (_, n) => ({
      teacher: n,
      n: 1,
      date: `${YEAR - 1}-03-01`,
      hours: hours(n),
      schools: SCHOOLS,
    })),
  )
}

/** What a walk over everybody answers once its steps come to an end. */
export async function finished(ask: Ask, path: string): Promise<Record<string, unknown>> {
  for (let n = 0; n < 20; n++) {
    const { status, body } = await ask('POST', `${path}/steps`, {})
    if (status !== 200) throw new Error(JSON.stringify(body))
    if (body['state'] === 'done') return body
  }
  throw new Error(`${path} does not end`)
}
