import type { BodyIn } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import { useState } from 'preact/hooks'
import { choicesOf, oneOf, phases, someOf } from '../../frame/choices.ts'
import { loadUnits } from '../../frame/load-units.ts'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'

export type ExpertBody = BodyIn<Routes['createExpert']>

const tieKinds = ['kin', 'mentor', 'coworker'] as const
type Past = { school: Choice | null; until: string }
type Tie = ExpertBody['ties'][number]

interface ExpertFormProps {
  initial: ExpertBody
  /** Names of the schools that the expert names, by id. */
  schoolNames: Readonly<Record<string, string>>
  busy: boolean
  problem: ProblemError | undefined
  onSave: (body: ExpertBody) => void
}

function replaceAt<T>(list: readonly T[], at: number, next: T): T[] {
  return list.map((one, index) => (index === at ? next : one))
}

/** An expert, with what the system needs to keep conflicts of interest apart. */
export function ExpertForm({ initial, schoolNames, busy, problem, onSave }: ExpertFormProps) {
  const { district } = useActing()
  const choice = (id: string) => ({ value: id, label: schoolNames[id] ?? id })
  const [name, setName] = useState(initial.name)
  const [school, setSchool] = useState<Choice | null>(initial.schoolId === null ? null : choice(initial.schoolId))
  const [subjects, setSubjects] = useState(initial.subjects.join('、'))
  const [chosen, setChosen] = useState<string[]>(initial.phases)
  const [past, setPast] = useState<readonly Past[]>(
    initial.pastSchools.map(({ schoolId, until }) => ({ school: choice(schoolId), until })),
  )
  const [ties, setTies] = useState<readonly Tie[]>(initial.ties)
  const load = (query: string) => loadUnits('school', district, query)
  const errors = problem?.fields ?? {}
  const whole =
    past.every((one) => one.school !== null && one.until !== '') && ties.every((tie) => tie.name.trim() !== '')
  function save() {
    onSave({
      name: name.trim(),
      schoolId: school?.value ?? null,
      subjects: subjects.split(/[\s、,，;；]+/).filter(Boolean),
      phases: someOf(phases, chosen),
      pastSchools: past.flatMap((one) => (one.school ? [{ schoolId: one.school.value, until: one.until }] : [])),
      ties: ties.map((tie) => ({ ...tie, name: tie.name.trim() })),
    })
  }
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && whole && name.trim() !== '') save()
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
        {(link) => <CheckboxGroup {...link} value={chosen} onChange={setChosen} options={choicesOf('phase', phases)} />}
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
  )
}
