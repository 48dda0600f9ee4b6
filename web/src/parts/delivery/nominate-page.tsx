import './enrolments.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { loadUnits } from '../../frame/load-units.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ResultPage } from '../../ui/result-page.tsx'
import type { Choice } from '../../ui/select.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Steps } from '../../ui/steps.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { CandidateList, type Chosen } from './candidate-list.tsx'
import { NominationCheck } from './nomination-check.tsx'

type Cohort = OutputOf<'readCohort'>
type Checked = OutputOf<'nominateTeachers'>
const stepKeys = ['choose', 'check', 'done'] as const

/** A school's own quota, where the bureau has set one for it; otherwise what every school has. */
function useOwnQuota({ id, rules }: Cohort): string | null {
  const { district, role } = useActing()
  const school = role === 'school_admin' || role === 'registrar'
  const { data } = useQuery('listQuotas', school ? { params: { district, id }, query: { limit: 1 } } : null)
  return data === undefined ? null : `${data.items[0]?.places ?? rules.quotaPerSchool} ${t('enrol.persons')}`
}

function CohortFacts({ cohort }: { cohort: Cohort }) {
  const quota = useOwnQuota(cohort)
  return (
    <section class="card">
      <DescriptionList
        items={[
          { label: t('enrol.dates'), value: t('enrol.datesOf', { from: cohort.startsOn, to: cohort.endsOn }) },
          {
            label: t('enrol.places'),
            value: `${t('enrol.placesOf', { taken: cohort.taken, places: cohort.places })} ${t('enrol.persons')}`,
          },
          ...(quota === null ? [] : [{ label: t('enrol.ownQuota'), value: quota }]),
          {
            label: t('enrol.nominateUntil'),
            value: cohort.nominateUntil === null ? t('enrol.untilClosed') : formatInstant(cohort.nominateUntil),
          },
        ]}
      />
    </section>
  )
}

/** 推荐学员: choose, check, and nominate all at once; nothing is written before the last step. */
export function NominatePage() {
  const { district, role } = useActing()
  const { id = '' } = useRoute().params
  const query = useQuery('readCohort', { params: { district, id } })
  const send = useSend('nominateTeachers')
  const [school, setSchool] = useState<Choice | null>(null)
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [checked, setChecked] = useState<Checked | null>(null)
  const [done, setDone] = useState<Checked | null>(null)
  const step = done ? 'done' : checked ? 'check' : 'choose'
  const params = { district, id }

  async function check(teachers: readonly Chosen[]) {
    const teacherIds = teachers.map(({ teacherId }) => teacherId)
    const answer = await send.send({ params, body: { teacherIds, dryRun: true } })
    if (answer.ok) setChecked(answer.body)
  }
  async function nominate(plea: string) {
    const teacherIds = chosen.map(({ teacherId }) => teacherId)
    const answer = await send.send({ params, body: { teacherIds, ...(plea === '' ? {} : { plea }) } })
    if (answer.ok) {
      setDone(answer.body)
      setChosen([])
      return
    }
    // somebody was faster: the check is made again, so that each row says what stands now
    if (answer.problem.code === 'nomination-refused') {
      const again = await send.send({ params, body: { teacherIds, dryRun: true } })
      if (again.ok) setChecked(again.body)
    }
  }
  function begin() {
    send.clear()
    setChecked(null)
    setDone(null)
  }
  function drop(ids: readonly string[]) {
    const left = chosen.filter(({ teacherId }) => !ids.includes(teacherId))
    setChosen(left)
    if (left.length > 0) void check(left)
    else begin()
  }
  const waiting = done?.items.filter(({ outcome }) => outcome === 'waiting').length ?? 0
  return (
    <QueryView query={query}>
      {(cohort) => (
        <>
          <PageHead
            title={t('enrol.nominate')}
            help={step === 'choose' ? t('enrol.nominateHelp') : undefined}
            tags={<StateTag group="cohort" state={cohort.state} />}
            crumbs={[
              { label: t('menu.cohorts'), href: '/cohorts' },
              { label: cohort.title, href: `/cohorts/${id}` },
              { label: t('enrol.nominate') },
            ]}
          />
          <div class="nominate-steps">
            <Steps steps={stepKeys.map((key) => ({ key, title: t(`enrol.step.${key}`) }))} current={step} />
          </div>
          {step === 'choose' && (
            <div class="enrol-stack">
              <CohortFacts cohort={cohort} />
              {cohort.state === 'nominating' ? (
                <>
                  {role === 'office' && (
                    <section class="card">
                      <Field label={t('enrol.school')} required help={t('enrol.chooseSchoolHelp')}>
                        {(link) => (
                          <Combobox
                            {...link}
                            value={school}
                            onChange={setSchool}
                            load={(text) => loadUnits('school', district, text)}
                          />
                        )}
                      </Field>
                    </section>
                  )}
                  {send.problem && (
                    <Callout kind="error" title={send.problem.title}>
                      {send.problem.detail}
                    </Callout>
                  )}
                  {(role !== 'office' || school !== null) && (
                    <CandidateList
                      key={school?.value}
                      cohort={id}
                      school={school?.value}
                      chosen={chosen}
                      onChange={setChosen}
                      busy={send.busy}
                      onCheck={() => void check(chosen)}
                    />
                  )}
                </>
              ) : (
                <Callout kind="warning" title={t('enrol.notNominating')} />
              )}
            </div>
          )}
          {step === 'check' && checked && (
            <NominationCheck
              checked={checked}
              busy={send.busy}
              problem={send.problem}
              onBack={begin}
              onDrop={drop}
              onSend={(plea) => void nominate(plea)}
            />
          )}
          {step === 'done' && done && (
            <ResultPage
              kind="success"
              title={t('enrol.sent', { n: done.items.length })}
              help={
                <>
                  {waiting > 0 && <p>{t('enrol.sentWaiting', { n: waiting })}</p>}
                  <p>{t('enrol.sentHelp')}</p>
                </>
              }
              actions={
                <>
                  <Button onClick={begin}>{t('enrol.more')}</Button>
                  <Button kind="primary" href={`/cohorts/${id}?tab=roster`}>
                    {t('enrol.toRoster')}
                  </Button>
                </>
              }
            />
          )}
        </>
      )}
    </QueryView>
  )
}
