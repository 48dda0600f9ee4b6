import type { BodyIn } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import { useState } from 'preact/hooks'
import { choicesOf, phases, someOf } from '../../frame/choices.ts'
import { loadUnits } from '../../frame/load-units.ts'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import type { Choice } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { type Past, PastRows, type Pause, PauseRows, type Tie, TieRows, type Unit, UnitRows } from './expert-spans.tsx'

export type ExpertBody = BodyIn<Routes['createExpert']>

interface ExpertFormProps {
  initial: ExpertBody
  /** Names of the schools that the expert names, by id. */
  schoolNames: Readonly<Record<string, string>>
  /** The expert amends their own record: who they are and where the bureau knows them stays with the office. */
  own?: boolean | undefined
  back: string
  busy: boolean
  problem: ProblemError | undefined
  onSave: (body: ExpertBody) => void
}

/** An expert, with what the system needs to keep conflicts of interest apart. */
export function ExpertForm({ initial, schoolNames, own = false, back, busy, problem, onSave }: ExpertFormProps) {
  const { district } = useActing()
  const choice = (id: string) => ({ value: id, label: schoolNames[id] ?? id })
  const [name, setName] = useState(initial.name)
  const [title, setTitle] = useState(initial.title ?? '')
  const [school, setSchool] = useState<Choice | null>(initial.schoolId === null ? null : choice(initial.schoolId))
  const [subjects, setSubjects] = useState(initial.subjects.join('、'))
  const [chosen, setChosen] = useState<string[]>(initial.phases)
  const [past, setPast] = useState<readonly Past[]>(
    initial.pastSchools.map(({ schoolId, until }) => ({ school: choice(schoolId), until })),
  )
  const [units, setUnits] = useState<readonly Unit[]>(
    (initial.units ?? []).map(({ unitId = null, name: unit = '', title: post = '', since, until }) => ({
      unitId,
      name: unit || (unitId === null ? '' : (schoolNames[unitId] ?? '')),
      title: post,
      since: since ?? '',
      until: until ?? '',
    })),
  )
  const [ties, setTies] = useState<readonly Tie[]>(
    initial.ties.map((tie) => ({ ...tie, since: tie.since ?? '', until: tie.until ?? '' })),
  )
  const [pauses, setPauses] = useState<readonly Pause[]>(
    (initial.pauses ?? []).map(({ from, to, reason }) => ({ from, to: to ?? '', reason })),
  )
  const [leftOn, setLeftOn] = useState(initial.leftOn ?? '')
  const load = (query: string) => loadUnits('school', district, query)
  const errors = problem?.fields ?? {}
  const whole =
    past.every((one) => one.school !== null && one.until !== '') &&
    units.every((unit) => unit.name.trim() !== '') &&
    ties.every((tie) => tie.name.trim() !== '') &&
    pauses.every(({ from }) => from !== '')
  function save() {
    onSave({
      name: name.trim(),
      title: title.trim(),
      schoolId: school?.value ?? null,
      subjects: subjects.split(/[\s、,，;；]+/).filter(Boolean),
      phases: someOf(phases, chosen),
      pastSchools: past.flatMap((one) => (one.school ? [{ schoolId: one.school.value, until: one.until }] : [])),
      units: units.map((unit) => ({
        unitId: unit.unitId,
        name: unit.name.trim(),
        title: unit.title.trim(),
        since: unit.since || null,
        until: unit.until || null,
      })),
      ties: ties.map(({ name: who, kind, since, until }) => ({
        name: who.trim(),
        kind,
        ...(since ? { since } : {}),
        ...(until ? { until } : {}),
      })),
      pauses: pauses.map(({ from, to, reason }) => ({ from, to: to || null, reason: reason.trim() })),
      leftOn: leftOn || null,
    })
  }
  const told = Object.entries(errors).filter(([pointer]) => /^\/(?:units|ties|pauses|pastSchools)\//.test(pointer))
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
          {told.length > 0 ? told.map(([, words]) => words).join('；') : problem.detail}
        </Callout>
      )}
      <div class="grid-2">
        <Field label={t('frame.person')} required error={errors['/name']}>
          {(link) => <TextInput {...link} value={name} onChange={setName} maxLength={40} readOnly={own} />}
        </Field>
        <Field label={t('experts.jobTitle')} help={t('experts.jobTitleHelp')} error={errors['/title']}>
          {(link) => <TextInput {...link} value={title} onChange={setTitle} maxLength={40} />}
        </Field>
        {!own && (
          <Field label={t('teachers.ownSchool')} help={t('teachers.ownSchoolHelp')} error={errors['/schoolId']}>
            {(link) => <Combobox {...link} value={school} onChange={setSchool} load={load} />}
          </Field>
        )}
        <Field label={t('teachers.subjects')} help={t('teachers.subjectsHelp')} error={errors['/subjects']}>
          {(link) => <TextInput {...link} value={subjects} onChange={setSubjects} />}
        </Field>
      </div>
      <Field label={t('teachers.phases')} group error={errors['/phases']}>
        {(link) => <CheckboxGroup {...link} value={chosen} onChange={setChosen} options={choicesOf('phase', phases)} />}
      </Field>
      <Callout title={t('teachers.conflicts')}>{t('teachers.conflictsHelp')}</Callout>
      {!own && (
        <Field label={t('teachers.pastSchools')} group>
          {() => <PastRows rows={past} onChange={setPast} load={load} />}
        </Field>
      )}
      <Field label={t('experts.units')} help={t('experts.unitsHelp')} group>
        {() => <UnitRows rows={units} onChange={setUnits} />}
      </Field>
      <Field label={t('teachers.ties')} help={t('experts.tiesHelp')} group>
        {() => <TieRows rows={ties} onChange={setTies} />}
      </Field>
      <Field label={t('experts.pauses')} help={t('experts.pausesHelp')} group>
        {() => <PauseRows rows={pauses} onChange={setPauses} />}
      </Field>
      {!own && (
        <Field label={t('experts.leftOn')} optional help={t('experts.leftOnHelp')} error={errors['/leftOn']}>
          {(link) => <DateInput {...link} value={leftOn} onChange={setLeftOn} />}
        </Field>
      )}
      <div class="row">
        <Button href={back}>{t('ui.cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy} disabled={!whole || name.trim() === ''}>
          {t('frame.save')}
        </Button>
      </div>
    </form>
  )
}
