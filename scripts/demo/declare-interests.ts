import type { Stage } from './stage.ts'

/**
 * Whoever decides declares what binds them, as they must every year; the finance officer once served at a school of the bureau, and
 * steps aside from what it applied for. Nobody else does: their ties are to people whom no application names.
 */
export async function declareInterests(stage: Stage): Promise<void> {
  const path = `${stage.base}/my-interests`
  const units = [{ unitId: null, name: '郑州师范学院', since: '2008-07-01', until: '2015-08-31' }]
  const ties = [{ name: '樊雪梅', kind: 'mentor' }]
  const others = stage.district.kind === 'city' ? 'curator' : 'finance'
  for (const login of ['office', others]) await (await stage.as(login)).send('PUT', path, { units, ties })
  const [school] = stage.schools
  if (others === 'curator' || !school) return
  const served = { unitId: school.id, name: school.name, since: '2019-09-01', until: '2026-01-31' }
  await (await stage.as(others)).send('PUT', path, { units: [...units, served], ties })
}
