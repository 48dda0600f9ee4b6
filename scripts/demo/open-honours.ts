import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { planPdf } from './rows.ts'
import type { Named, Stage } from './stage.ts'

type Teacher = { id: string; name: string }

/** Ethics records of the year: one fails and bars from honours, the others pass. */
async function recordEthics(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const { body } = await office.get<{ items: Teacher[] }>(`${stage.base}/teachers?limit=4`)
  for (const [n, { id }] of body.items.entries()) {
    const fails = n === 0
    await office.must(`${stage.base}/ethics-records`, {
      subjectId: id,
      year: 2025,
      result: fails ? 'fail' : 'pass',
      until: fails ? '2027-12-31' : null,
      reason: fails ? '有偿补课，处分决定〔2025〕3 号' : '2025 年度师德考核合格',
    })
  }
}

/** A call for honours: with its notice as a file, a condition more, an amendment of its form, and one school that has longer. */
export async function openHonours(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const sample = FORM_SAMPLES.find(({ kind }) => kind === 'honour')
  if (!sample) throw new Error('no sample form of honours')
  await recordEthics(stage)
  const { form, guidance, unitKinds, eligibility } = sample
  const { id } = await office.must<Named>(`${stage.base}/calls`, {
    kind: 'honour',
    level: 'district',
    year: 2026,
    title: '2026 年优秀班主任和骨干教师推荐',
    guidance,
    form,
    rubricId: stage.reviewRubric,
    opensAt: '2026-11-01T00:00:00.000Z',
    closesAt: '2026-11-30T09:30:00.000Z',
    quotaPerUnit: 2,
    unitKinds,
    eligibility,
    contact: '王老师 0371-60000000',
    review: { blindness: 'double', method: 'mean', expertsPerItem: 3, quota: 5 },
    noticeDays: 5,
  })
  const path = `${stage.base}/calls/${id}`
  await office.upload(`${path}/files`, '关于推荐优秀班主任和骨干教师的通知.pdf', planPdf('推荐通知'))
  const opened = await office.must<Named>(`${path}/actions/open`)
  const more = { key: 'rural', title: '乡村学校任（支）教经历', type: 'longtext', required: false, identifying: false }
  const amended = await office.send(
    'PATCH',
    path,
    { form: [...form, more], note: '增加乡村任教经历，作为同等条件下优先的依据。' },
    { 'if-match': `"${opened.version}"` },
  )
  if (amended.status !== 200) throw new Error(`the amendment answered ${amended.status}`)
  const [, school] = stage.schools
  await office.must(`${path}/extensions`, {
    unitId: school?.id,
    until: '2026-12-05T09:30:00.000Z',
    reason: '校区搬迁，网络中断。',
  })
}
