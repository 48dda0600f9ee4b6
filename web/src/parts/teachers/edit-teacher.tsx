import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'
import { documentTypes } from './identity-documents.ts'
import { draftOf, factsOf, type Teacher, type TeacherDraft } from './teacher-draft.ts'
import { TeacherForm } from './teacher-form.tsx'

/** A number left empty stays; 无 clears it. */
function typed(text: string): { value: string | null } | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return { value: trimmed === '无' ? null : trimmed }
}

function EditForm({ teacher: newest }: { teacher: Teacher }) {
  // what was seen when the form opened: a later answer must not pass for it
  const [teacher] = useState(newest)
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('editTeacher')
  const word = (post: string) => wordFor('post', post)
  const [draft, setDraft] = useState<TeacherDraft>(() => draftOf(teacher, documentTypes, word))
  const back = `/teachers/${teacher.id}`
  async function save() {
    const [document, certificate, phone] = [typed(draft.document), typed(draft.certificate), typed(draft.phone)]
    const answer = await send({
      params: { district, id: teacher.id },
      ifMatch: teacher.version,
      body: {
        ...factsOf(draft, word),
        ...(document?.value ? { document: document.value, documentType: draft.documentType } : {}),
        ...(certificate ? { certificate: certificate.value } : {}),
        ...(phone ? { phone: phone.value } : {}),
      },
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name: answer.body.name }) })
    route(back)
  }
  return (
    <TeacherForm
      draft={draft}
      onChange={setDraft}
      teacher={teacher}
      ownSchool
      busy={busy}
      problem={problem}
      backHref={back}
      onSave={() => void save()}
    />
  )
}

/** 更正教师信息; the school changes by a transfer only. */
export function EditTeacher() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readTeacher', { params: { district, id } })
  return (
    <QueryView query={query} skeleton="form">
      {(teacher) => (
        <>
          <PageHead
            title={t('roster.edit')}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.teachers'), href: '/teachers' },
              { label: teacher.name, href: `/teachers/${id}` },
              { label: t('roster.edit') },
            ]}
          />
          <EditForm key={teacher.id} teacher={teacher} />
        </>
      )}
    </QueryView>
  )
}
