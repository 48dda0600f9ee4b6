import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { choicesOf, oneOf, phases, someOf } from '../../frame/choices.ts'
import { loadUnits } from '../../frame/load-units.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

const tieKinds = ['kin', 'mentor', 'coworker'] as const
type Past = { school: Choice | null; until: string }
type Tie = { name: string; kind: (typeof tieKinds)[number] }

function replaceAt<T>(list: readonly T[], at: number, next: T): T[] {
  return list.map((one, index) => (index === at ? next : one))
}

/** 专家入库, with what the system needs to keep conflicts of interest apart. */
export function NewExpert() {
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('createExpert')
  const [name, setName] = useState('')
  const [school, setSchool] = useState<Choice | null>(null)
  const [subjects, setSubjects] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [past, setPast] = useState<readonly Past[]>([])
  const [ties, setTies] = useState<readonly Tie[]>([])
  const load = (query: string) => loadUnits('school', district, query)
  const errors = problem?.fields ?? {}
  const whole =
    past.every((one) => one.school !== null && one.until !== '') && ties.every((tie) => tie.name.trim() !== '')
  async function save() {
    const body = {
      name: name.trim(),
      schoolId: school?.value ?? null,
      subjects: subjects.split(/[\s、,，;；]+/).filter(Boolean),
      phases: someOf(phases, chosen),
      pastSchools: past.flatMap((one) => (one.school ? [{ schoolId: one.school.value, until: one.until }] : [])),
      ties: ties.map((tie) => ({ name: tie.name.trim(), kind: tie.kind })),
    }
    const answer = await send({ params: { district }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name }) })
    route('/experts')
  }
  return (
    <>
      <PageHead
        title={t('teachers.newExpert')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.experts'), href: '/experts' },
          { label: t('teachers.newExpert') },
        ]}
      />
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && whole && name.trim() !== '') void save()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        <div class="grid-2">
          <Field label={t('frame.person')} required error={errors['/name']}>
            {(link) => <TextInput {...link} value={name} onChange={setName} maxLength={40} />}
          </Field>
          <Field label={t('teachers.ownSchool')} help={t('teachers.ownSchoolHelp')} error={errors['/schoolId']}>
            {(link) => <Combobox {...link} value={school} onChange={setSchool} load={load} />}
          </Field>
          <Field label={t('teachers.subjects')} help={t('teachers.subjectsHelp')} error={errors['/subjects']}>
            {(link) => <TextInput {...link} value={subjects} onChange={setSubjects} />}
          </Field>
        </div>
        <Field label={t('teachers.phases')} group error={errors['/phases']}>
          {(link) => (
            <CheckboxGroup {...link} value={chosen} onChange={setChosen} options={choicesOf('phase', phases)} />
          )}
        </Field>
        <Callout title={t('teachers.conflicts')}>{t('teachers.conflictsHelp')}</Callout>
        <Field label={t('teachers.pastSchools')} group>
          {() => (
            <div class="stack">
              {past.map((one, at) => (
                <div class="row" key={at}>
                  <Combobox
                    aria-label={t('menu.schools')}
                    value={one.school}
                    onChange={(next) => setPast(replaceAt(past, at, { ...one, school: next }))}
                    load={load}
                  />
                  <DateInput
                    aria-label={t('teachers.until')}
                    value={one.until}
                    onChange={(until) => setPast(replaceAt(past, at, { ...one, until }))}
                  />
                  <Button
                    kind="text"
                    icon="close"
                    title={t('ui.removeRow', { n: at + 1 })}
                    onClick={() => setPast(past.filter((_, i) => i !== at))}
                  />
                </div>
              ))}
              <Button size="small" icon="plus" onClick={() => setPast([...past, { school: null, until: '' }])}>
                {t('teachers.addPast')}
              </Button>
            </div>
          )}
        </Field>
        <Field label={t('teachers.ties')} group>
          {() => (
            <div class="stack">
              {ties.map((tie, at) => (
                <div class="row" key={at}>
                  <TextInput
                    aria-label={t('frame.person')}
                    value={tie.name}
                    onChange={(next) => setTies(replaceAt(ties, at, { ...tie, name: next }))}
                    placeholder={t('frame.person')}
                  />
                  <Select
                    aria-label={t('teachers.tie')}
                    value={tie.kind}
                    onChange={(kind) => setTies(replaceAt(ties, at, { ...tie, kind: oneOf(tieKinds, kind) }))}
                    options={choicesOf('tie', tieKinds)}
                    placeholder={null}
                  />
                  <Button
                    kind="text"
                    icon="close"
                    title={t('ui.removeRow', { n: at + 1 })}
                    onClick={() => setTies(ties.filter((_, i) => i !== at))}
                  />
                </div>
              ))}
              <Button size="small" icon="plus" onClick={() => setTies([...ties, { name: '', kind: 'kin' }])}>
                {t('teachers.addTie')}
              </Button>
            </div>
          )}
        </Field>
        <div class="row">
          <Button href="/experts">{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!whole || name.trim() === ''}>
            {t('frame.save')}
          </Button>
        </div>
      </form>
    </>
  )
}
