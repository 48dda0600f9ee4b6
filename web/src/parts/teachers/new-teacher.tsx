import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'
import { emptyDraft, factsOf, type TeacherDraft } from './teacher-draft.ts'
import { TeacherForm } from './teacher-form.tsx'

/** 登记教师, one at a time. */
export function NewTeacher() {
  const { district, membership, role } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('createTeacher')
  const own = role === 'office' ? null : (membership.unit ?? '')
  const [draft, setDraft] = useState<TeacherDraft>({
    ...emptyDraft,
    school: own === null ? null : { value: own, label: '' },
  })
  async function save() {
    const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
    const answer = await send({
      params: { district },
      body: {
        ...factsOf(draft, (post) => wordFor('post', post)),
        schoolId: draft.school?.value ?? '',
        documentType: draft.documentType,
        document: draft.document.trim(),
        certificate: orNull(draft.certificate),
        phone: orNull(draft.phone),
      },
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name: answer.body.name }) })
    route(`/teachers/${answer.body.id}`)
  }
  return (
    <>
      <PageHead
        title={t('roster.new')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.teachers'), href: '/teachers' },
          { label: t('roster.new') },
        ]}
      />
      <TeacherForm
        draft={draft}
        onChange={setDraft}
        teacher={null}
        ownSchool={own !== null}
        busy={busy}
        problem={problem}
        backHref="/teachers"
        onSave={() => void save()}
      />
    </>
  )
}
