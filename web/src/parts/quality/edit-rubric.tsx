import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { RubricEditor } from './rubric-editor.tsx'
import { type Rubric, wireBody } from './rubric-tree.ts'

export function EditRubric() {
  const { district } = useActing()
  const { route } = useLocation()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readRubric', { params: { district, id } })
  const { send, busy, problem } = useSend('editRubric')
  // the version that was opened: what somebody else saved meanwhile is refused, not overwritten
  const [opened, setOpened] = useState<number | null>(null)
  async function save(rubric: Rubric, version: number) {
    const answer = await send({
      params: { district, id },
      body: { body: wireBody(rubric) },
      ifMatch: opened ?? version,
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('quality.saved') })
    route(`/rubrics/${id}`)
  }
  return (
    <>
      <PageHead
        title={t('quality.editRubric')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.rubrics'), href: '/rubrics' },
          { label: query.data?.title ?? '', href: `/rubrics/${id}` },
          { label: t('frame.edit') },
        ]}
        help={t('quality.editorHelp')}
      />
      <QueryView query={query} skeleton="form">
        {({ body, version }) => (
          <RubricEditor
            initial={body}
            busy={busy}
            problem={problem}
            cancelHref={`/rubrics/${id}`}
            onChange={() => setOpened((before) => before ?? version)}
            onSave={(rubric) => void save(rubric, version)}
          />
        )}
      </QueryView>
    </>
  )
}
