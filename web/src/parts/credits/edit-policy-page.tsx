import './credits.css'
import './policies.css'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { downloadText } from '../../frame/download.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { AutosaveMark } from '../../ui/autosave-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { JsonDialog } from './json-dialog.tsx'
import { wirePolicy } from './policy-draft.ts'
import { PolicyEditor } from './policy-editor.tsx'
import { usePolicySaver } from './use-policy-saver.ts'
import { usePolicyWords } from './use-policy-words.ts'

/** 编制学分办法: saved by itself while one writes. */
export function EditPolicyPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readPolicy', { params: { district, id } })
  // what was opened stays: a refresh in the background must not take away what is being written
  const [opened, setOpened] = useState<OutputOf<'readPolicy'> | null>(null)
  const shown = opened?.id === id ? opened : query.data
  if (shown && opened?.id !== id) setOpened(shown)
  return (
    <QueryView query={shown ? { ...query, data: shown, problem: undefined } : query} skeleton="form">
      {(policy) =>
        policy.actions.includes('edit') ? (
          <Writing key={policy.id} policy={policy} />
        ) : (
          <div class="card">
            <Callout
              kind="warning"
              title={t('policies.notDraft')}
              actions={<Button href={`/policies/${id}`}>{t('frame.back')}</Button>}
            />
          </div>
        )
      }
    </QueryView>
  )
}

function Writing({ policy }: { policy: OutputOf<'readPolicy'> }) {
  const { district } = useActing()
  const { route } = useLocation()
  const [body, setBody] = useState(policy.body)
  const [importing, setImporting] = useState(false)
  const { id, version } = policy
  const reading = usePolicyWords(body, policy)
  const saver = usePolicySaver({ district, id }, body, { text: JSON.stringify(wirePolicy(policy.body)), version })
  async function finish() {
    if (!(await saver.flush())) return
    refreshAll()
    route(`/policies/${id}`)
  }
  return (
    <>
      <PageHead
        title={body.title || t('policies.untitled')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.policies'), href: '/policies' },
          { label: policy.title, href: `/policies/${id}` },
          { label: t('frame.edit') },
        ]}
        help={t('policies.editHelp')}
        actions={
          <>
            <AutosaveMark state={saver.state} />
            <Button icon="upload" onClick={() => setImporting(true)}>
              {t('policies.importJson')}
            </Button>
            <Button
              icon="download"
              onClick={() => downloadText(`${body.title}.json`, JSON.stringify(wirePolicy(body), null, 2))}
            >
              {t('policies.exportJson')}
            </Button>
            <Button kind="primary" onClick={() => void finish()}>
              {t('policies.finish')}
            </Button>
          </>
        }
      />
      {saver.problem && (
        <Callout
          kind="error"
          title={saver.problem.title}
          actions={
            saver.state.kind === 'conflict' ? (
              <Button onClick={() => location.reload()}>{t('policies.reload')}</Button>
            ) : (
              <Button onClick={() => void saver.flush()}>{t('shell.retry')}</Button>
            )
          }
        >
          {saver.problem.detail}
          {saver.state.kind === 'conflict' && <p>{t('policies.conflictHelp')}</p>}
        </Callout>
      )}
      <PolicyEditor policy={body} reading={reading} onChange={setBody} />
      <JsonDialog
        open={importing}
        onClose={() => setImporting(false)}
        onTake={(next) => {
          setBody({ ...next, version: body.version })
          setImporting(false)
          showToast({ kind: 'success', text: t('policies.imported') })
        }}
      />
    </>
  )
}
