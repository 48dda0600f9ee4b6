import { trainersOf, trainersText } from '@shixun/domain/delivery/trainers-text'
import { useEffect, useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { channels } from '../../frame/credit-codes.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import type { Cohort } from './cohort-tabs.ts'
import { ModuleInput } from './module-input.tsx'
import { instantsOf, minutesBetween, type SessionTimes, timesOf } from './session-times.ts'
import { TopicInput } from './topic-input.tsx'

export type Session = OutputOf<'listSessions'>['items'][number]

interface SessionDialogProps {
  cohort: Cohort
  /** The session that is edited; `new` for one more, null when closed. */
  editing: Session | 'new' | null
  /** Day that a new session begins with. */
  day: string
  onSaved: (findings: OutputOf<'addSessions'>['findings']) => void
  onClose: () => void
}

interface Filled {
  topic: string
  module: string
  trainers: string
  place: string
  stageId: string
  channel: string
  times: SessionTimes
  long: boolean
  /** Null: what the session lasts. */
  minutes: number | null
}

function filledFrom(session: Session | 'new' | null, cohort: Cohort, day: string): Filled {
  if (session === null || session === 'new')
    return {
      topic: '',
      module: cohort.module,
      trainers: '',
      place: '',
      stageId: cohort.stages.find(({ from, to }) => from <= day && day <= to)?.id ?? cohort.stages[0]?.id ?? '',
      channel: '',
      times: { day, from: '09:00', lastDay: day, to: '11:30' },
      long: false,
      minutes: null,
    }
  const times = timesOf(session)
  return {
    topic: session.topic,
    module: session.module,
    trainers: trainersText(session.trainers),
    place: session.place,
    stageId: session.stageId,
    channel: session.channel === cohort.channel ? '' : session.channel,
    times,
    long: times.day !== times.lastDay,
    minutes: session.minutes === minutesBetween(times) ? null : session.minutes,
  }
}

/** One session: what, who, where, when, and what it is worth. */
export function SessionDialog({ cohort, editing, day, onSaved, onClose }: SessionDialogProps) {
  const { district } = useActing()
  const add = useSend('addSessions')
  const edit = useSend('editSession')
  const [filled, setFilled] = useState(() => filledFrom(editing, cohort, day))
  useEffect(() => {
    if (editing === null) return
    setFilled(filledFrom(editing, cohort, day))
    add.clear()
    edit.clear()
  }, [editing === 'new' ? 'new' : editing?.id])
  const put = (part: Partial<Filled>) => setFilled((before) => ({ ...before, ...part }))
  const time = (part: Partial<SessionTimes>) => {
    const times = { ...filled.times, ...part }
    put({ times: filled.long ? times : { ...times, lastDay: times.day } })
  }
  const own = editing === 'new' ? add : edit
  const problem = own.problem
  const errors = problem?.fields ?? {}
  const errorOf = (member: string) => errors[`/sessions/0/${member}`] ?? errors[`/${member}`]
  const instants = instantsOf(filled.times)
  async function save() {
    if (instants === null || editing === null) return
    const session = {
      topic: filled.topic.trim(),
      module: filled.module.trim(),
      trainers: trainersOf(filled.trainers),
      place: filled.place.trim(),
      stageId: filled.stageId,
      channel: filled.channel === '' ? cohort.channel : oneOf(channels, filled.channel),
      ...instants,
      minutes: filled.minutes ?? Math.max(1, minutesBetween(filled.times)),
    }
    const params = { district, id: cohort.id }
    const answer =
      editing === 'new'
        ? await add.send({ params, body: { sessions: [session] } })
        : await edit.send({ params: { ...params, session: editing.id }, body: session, ifMatch: editing.version })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('cohorts.sessionSaved') })
    onSaved(answer.body.findings)
    onClose()
  }
  return (
    <FormDialog
      open={editing !== null}
      title={editing === 'new' ? t('cohorts.addSession') : t('cohorts.editSession')}
      confirmLabel={t('cohorts.save')}
      size="wide"
      ready={filled.topic.trim() !== '' && instants !== null}
      busy={own.busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={t('cohorts.sessionTopic')} required error={errorOf('topic')}>
        {(link) => (
          <TopicInput
            {...link}
            projectId={cohort.projectId}
            value={filled.topic}
            onChange={(topic, course) =>
              put(
                course === undefined
                  ? { topic }
                  : { topic, module: course.module || filled.module, trainers: filled.trainers || course.trainer },
              )
            }
          />
        )}
      </Field>
      <div class="clock-pair">
        <Field label={t('cohorts.day')} required error={errorOf('startsAt')}>
          {(link) => <DateInput {...link} value={filled.times.day} onChange={(value) => time({ day: value })} />}
        </Field>
        <Field label={t('cohorts.from')} required>
          {(link) => (
            <input
              {...link}
              class="control"
              type="time"
              value={filled.times.from}
              onInput={(event) => time({ from: event.currentTarget.value })}
            />
          )}
        </Field>
        {filled.long && (
          <Field label={t('cohorts.lastDay')} required>
            {(link) => <DateInput {...link} value={filled.times.lastDay} onChange={(lastDay) => time({ lastDay })} />}
          </Field>
        )}
        <Field label={t('cohorts.to')} required error={errorOf('endsAt')}>
          {(link) => (
            <input
              {...link}
              class="control"
              type="time"
              value={filled.times.to}
              onInput={(event) => time({ to: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Checkbox
        checked={filled.long}
        onChange={(long) => put({ long, times: long ? filled.times : { ...filled.times, lastDay: filled.times.day } })}
      >
        {t('cohorts.severalDays')}
      </Checkbox>
      <div class="grid-2">
        <Field label={t('cohorts.trainers')} help={t('cohorts.trainersHelp')} error={errorOf('trainers')}>
          {(link) => <TextInput {...link} value={filled.trainers} onChange={(trainers) => put({ trainers })} />}
        </Field>
        <Field label={t('cohorts.place')} error={errorOf('place')}>
          {(link) => <TextInput {...link} value={filled.place} onChange={(place) => put({ place })} maxLength={100} />}
        </Field>
        <Field label={t('cohorts.stage')} required error={errorOf('stageId')}>
          {(link) => (
            <Select
              {...link}
              value={filled.stageId}
              onChange={(stageId) => put({ stageId })}
              options={cohort.stages.map(({ id, title }) => ({ value: id, label: title }))}
              placeholder={null}
            />
          )}
        </Field>
        <Field label={t('cohorts.sessionMinutes')} help={t('cohorts.sessionMinutesHelp')} error={errorOf('minutes')}>
          {(link) => (
            <NumberInput
              {...link}
              value={filled.minutes ?? minutesBetween(filled.times)}
              onChange={(minutes) => put({ minutes })}
            />
          )}
        </Field>
        <Field label={t('cohorts.module')} error={errorOf('module')}>
          {(link) => <ModuleInput {...link} value={filled.module} onChange={(module) => put({ module })} />}
        </Field>
        <Field label={t('cohorts.channel')} error={errorOf('channel')}>
          {(link) => (
            <Select
              {...link}
              value={filled.channel}
              onChange={(channel) => put({ channel })}
              options={choicesOf('channel', channels)}
              placeholder={t('cohorts.ownChannel')}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  )
}
