import { useLocation } from 'preact-iso'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { type ExpertBody, ExpertForm } from './expert-form.tsx'

const none: ExpertBody = { name: '', schoolId: null, subjects: [], phases: [], pastSchools: [], ties: [] }

/** 专家入库. */
export function NewExpert() {
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('createExpert')
  async function save(body: ExpertBody) {
    const answer = await send({ params: { district }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name: body.name }) })
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
      <ExpertForm
        initial={none}
        schoolNames={{}}
        back="/experts"
        busy={busy}
        problem={problem}
        onSave={(body) => void save(body)}
      />
    </>
  )
}
