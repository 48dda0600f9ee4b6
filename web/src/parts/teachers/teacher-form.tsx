import { choicesOf, oneOf, phases } from '../../frame/choices.ts'
import { leaveKinds, posts } from '../../frame/credit-codes.ts'
import { loadUnits } from '../../frame/load-units.ts'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { documentTypes } from './identity-documents.ts'
import { SpanRows } from './span-rows.tsx'
import { isWhole, type Teacher, type TeacherDraft } from './teacher-draft.ts'

interface TeacherFormProps {
  draft: TeacherDraft
  onChange: (draft: TeacherDraft) => void
  /** Who is corrected; null writes somebody new. */
  teacher: Teacher | null
  /** A school's own people: the school is not asked. */
  ownSchool: boolean
  busy: boolean
  problem: ProblemError | undefined
  backHref: string
  onSave: () => void
}

/** A teacher to be written or corrected. */
export function TeacherForm({
  draft,
  onChange,
  teacher,
  ownSchool,
  busy,
  problem,
  backHref,
  onSave,
}: TeacherFormProps) {
  const { district } = useActing()
  const errors = problem?.fields ?? {}
  const set = (change: Partial<TeacherDraft>) => onChange({ ...draft, ...change })
  const keeps = (masked: string | null) => (teacher && masked ? t('roster.keepNumber', { masked }) : undefined)
  const ready = isWhole(draft, teacher === null)
  const text = (key: 'name' | 'subject' | 'title' | 'education' | 'otherPosts', label: string, help?: string) => (
    <Field label={label} required={key === 'name' || key === 'subject'} help={help} error={errors[`/${key}`]}>
      {(link) => <TextInput {...link} value={draft[key]} onChange={(value) => set({ [key]: value })} maxLength={200} />}
    </Field>
  )
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && ready) onSave()
      }}
    >
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <div class="grid-2">
        {text('name', t('frame.person'))}
        {teacher === null && !ownSchool && (
          <Field label={t('roster.school')} required error={errors['/schoolId']}>
            {(link) => (
              <Combobox
                {...link}
                value={draft.school}
                onChange={(school) => set({ school })}
                load={(query) => loadUnits('school', district, query)}
              />
            )}
          </Field>
        )}
        <Field label={t('teachers.documentType')}>
          {(link) => (
            <Select
              {...link}
              value={draft.documentType}
              onChange={(value) => set({ documentType: oneOf(documentTypes, value) })}
              options={choicesOf('document', documentTypes)}
              placeholder={null}
            />
          )}
        </Field>
        <Field
          label={t('teachers.document')}
          required={teacher === null}
          help={keeps(teacher?.documentMasked ?? null) ?? t('roster.documentOnce')}
          error={errors['/document']}
        >
          {(link) => (
            <TextInput {...link} value={draft.document} onChange={(document) => set({ document })} maxLength={40} />
          )}
        </Field>
        <Field label={t('teachers.phase')} required error={errors['/phase']}>
          {(link) => (
            <Select
              {...link}
              value={draft.phase}
              onChange={(value) => set({ phase: oneOf(phases, value) })}
              options={choicesOf('phase', phases)}
              placeholder={null}
            />
          )}
        </Field>
        {text('subject', t('teachers.subject'))}
        {text('title', t('teachers.title'))}
        {text('education', t('teacherField.education'))}
        <Field label={t('teacherField.entryDate')} help={t('roster.entryDateHelp')} error={errors['/entryDate']}>
          {(link) => <DateInput {...link} value={draft.entryDate} onChange={(entryDate) => set({ entryDate })} />}
        </Field>
        <Field
          label={t('teacherField.phone')}
          help={keeps(teacher?.phoneMasked ?? null) ?? t('roster.phoneHelp')}
          error={errors['/phone']}
        >
          {(link) => (
            <TextInput
              {...link}
              value={draft.phone}
              onChange={(phone) => set({ phone })}
              inputMode="tel"
              maxLength={20}
            />
          )}
        </Field>
        <Field
          label={t('teacherField.certificate')}
          help={keeps(teacher?.certificateMasked ?? null) ?? t('roster.certificateHelp')}
          error={errors['/certificate']}
        >
          {(link) => (
            <TextInput
              {...link}
              value={draft.certificate}
              onChange={(certificate) => set({ certificate })}
              inputMode="numeric"
              maxLength={20}
            />
          )}
        </Field>
        {text('otherPosts', t('roster.otherPosts'), t('roster.otherPostsHelp'))}
      </div>
      <Checkbox checked={draft.frontLine} onChange={(frontLine) => set({ frontLine })}>
        {t('teacherField.frontLine')}
      </Checkbox>
      <SpanRows
        label={t('roster.posts')}
        help={t('roster.postsHelp')}
        words="post"
        codes={posts}
        codeLabel={t('roster.post')}
        addLabel={t('roster.addPost')}
        rows={draft.heldPosts}
        onChange={(heldPosts) => set({ heldPosts })}
        errorOf={(at) => errors[`/heldPosts/${at}/to`] ?? errors[`/heldPosts/${at}/from`]}
      />
      <SpanRows
        label={t('roster.leaves')}
        help={t('roster.leavesHelp')}
        words="leave"
        codes={leaveKinds}
        codeLabel={t('roster.leave')}
        addLabel={t('roster.addLeave')}
        rows={draft.leaves}
        onChange={(rows) => set({ leaves: rows })}
        errorOf={(at) => errors[`/leaves/${at}/to`] ?? errors[`/leaves/${at}/from`]}
      />
      <div class="row">
        <Button href={backHref}>{t('ui.cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
          {t('frame.save')}
        </Button>
      </div>
    </form>
  )
}
