import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { OutputOf } from '../../../call.ts'
import { downloadText } from '../../../frame/download.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { lazyExtra } from '../../../lazy-page.tsx'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { AutosaveMark } from '../../../ui/autosave-mark.tsx'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { type RubricDraft, RubricEditor } from './rubric-editor.tsx'
import { wireBody } from './rubric-tree.ts'
import { useRubricSaver } from './use-rubric-saver.ts'
import { useUndo } from './use-undo.ts'

const RubricPreview = lazyExtra(() => import('./rubric-preview.tsx').then((m) => m.RubricPreview))

type Opened = OutputOf<'readRubric'>

const schema = 'shixun-rubric/1'
const wired = ({ purpose, body }: RubricDraft) => ({ purpose, body: wireBody(body) })

/** 编制指标体系: saved by itself while one writes. */
export function EditRubric() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readRubric', { params: { district, id } })
  // what was opened stays: a refresh in the background must not take away what is being written
  const [opened, setOpened] = useState<Opened | null>(null)
  const shown = opened?.id === id ? opened : query.busy ? undefined : query.data
  useEffect(() => {
    if (shown && opened?.id !== id) setOpened(shown)
  }, [shown, id])
  return (
    <QueryView
      query={shown ? { ...query, data: shown, problem: undefined } : { ...query, data: undefined }}
      skeleton="form"
    >
      {(rubric) =>
        rubric.actions.includes('edit') ? (
          <Writing
            key={`${rubric.id} ${rubric.version}`}
            rubric={rubric}
            onReload={() => {
              setOpened(null)
              query.refresh()
            }}
          />
        ) : (
          <div class="card">
            <Callout
              kind="warning"
              title={t('rubrics.notDraft')}
              actions={<Button href={`/rubrics/${id}`}>{t('frame.back')}</Button>}
            />
          </div>
        )
      }
    </QueryView>
  )
}

function Writing({ rubric, onReload }: { rubric: Opened; onReload: () => void }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { id, no, title, version, problems } = rubric
  const start: RubricDraft = { purpose: rubric.purpose, body: rubric.body }
  const history = useUndo(start)
  const [previewing, setPreviewing] = useState(false)
  const draft = history.value
  const saver = useRubricSaver({ district, id }, wired(draft), { body: wired(start), version, problems })
  const refused = Object.fromEntries(
    Object.entries(saver.refusal?.fields ?? {}).map(([pointer, text]) => [pointer.replace(/^\/body/, ''), text]),
  )
  const conflict = saver.state.kind === 'conflict'
  async function finish() {
    if (!(await saver.flush())) return
    refreshAll()
    route(`/rubrics/${id}`)
  }
  const notice = saver.refusal && (
    <Callout
      kind="error"
      title={conflict ? t('rubrics.conflict') : saver.refusal.title}
      actions={
        conflict ? (
          <>
            <Button
              size="small"
              icon="download"
              onClick={() =>
                downloadText(
                  `${draft.body.title || t('rubrics.untitled')}.json`,
                  JSON.stringify({ schema, ...wired(draft) }, null, 2),
                )
              }
            >
              {t('rubrics.keepMine')}
            </Button>
            <Button size="small" onClick={onReload}>
              {t('rubrics.loadNewest')}
            </Button>
          </>
        ) : (
          <Button size="small" onClick={() => void saver.flush()}>
            {t('rubrics.retry')}
          </Button>
        )
      }
    >
      {conflict ? t('rubrics.conflictHelp') : saver.refusal.detail}
    </Callout>
  )
  return (
    <>
      <PageHead
        title={draft.body.title || t('rubrics.untitled')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.rubrics'), href: '/rubrics' },
          { label: t('rubrics.named', { title: title || t('rubrics.untitled'), n: no }), href: `/rubrics/${id}` },
          { label: t('frame.edit') },
        ]}
        help={t('rubrics.editHelp')}
        actions={
          <>
            <AutosaveMark state={saver.state} />
            <Button onClick={() => setPreviewing(true)}>{t('rubrics.preview')}</Button>
            <Button kind="primary" onClick={() => void finish()}>
              {t('rubrics.finish')}
            </Button>
          </>
        }
      />
      <RubricEditor
        history={history}
        problems={saver.problems}
        refused={refused}
        notice={notice}
        onPreview={() => setPreviewing(true)}
      />
      {previewing && <RubricPreview rubric={draft.body} onClose={() => setPreviewing(false)} />}
    </>
  )
}
