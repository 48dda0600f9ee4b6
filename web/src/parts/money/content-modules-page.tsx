import './money.css'
import { useState } from 'preact/hooks'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { asTexts } from '../../ui/form-field.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

const most = 30

interface EditorProps {
  stored: readonly string[]
  shipped: readonly string[]
  version: number
  editable: boolean
}

function Editor({ stored, shipped, version, editable }: EditorProps) {
  const { district } = useActing()
  const [modules, setModules] = useState(stored)
  const [opened, setOpened] = useState(version)
  const { send, busy, problem } = useSend('putSetting')
  async function save() {
    const params = { district, key: 'content-modules' }
    const answer = await send({ params, body: { value: { modules } }, ifMatch: opened })
    if (!answer.ok) return
    setOpened(answer.body.version)
    showToast({ kind: 'success', text: t('modules.saved') })
  }
  const raise = (at: number) => {
    const [own = '', above = ''] = [modules[at], modules[at - 1]]
    setModules(modules.map((one, index) => (index === at - 1 ? own : index === at ? above : one)))
  }
  return (
    <div class="card stack">
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <ol class="module-list">
        {modules.map((name, at) => {
          const pointer = `/value/modules/${at}`
          const error = problem?.fields[pointer]
          return (
            // a name is being typed; its place is its key
            <li key={at} data-pointer={pointer}>
              <TextInput
                aria-label={`${t('modules.name')} ${at + 1}`}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? pointer : undefined}
                value={name}
                onChange={(next) => setModules(modules.map((one, index) => (index === at ? next : one)))}
                maxLength={40}
                disabled={!editable}
              />
              {error && (
                <span class="field-error" id={pointer}>
                  {error}
                </span>
              )}
              {editable && (
                <>
                  <Button
                    kind="text"
                    icon="up"
                    disabled={at === 0}
                    title={t('modules.raiseOf', { name })}
                    onClick={() => raise(at)}
                  />
                  <Button
                    kind="text"
                    icon="close"
                    disabled={modules.length === 1}
                    title={t('modules.removeOf', { name })}
                    onClick={() => setModules(modules.filter((_, index) => index !== at))}
                  />
                </>
              )}
            </li>
          )
        })}
      </ol>
      {editable && (
        <div class="row">
          <Button icon="plus" disabled={modules.length >= most} onClick={() => setModules([...modules, ''])}>
            {t('modules.add')}
          </Button>
          <Button onClick={() => setModules(shipped)}>{t('modules.reset')}</Button>
          <Button
            kind="primary"
            busy={busy}
            disabled={JSON.stringify(modules) === JSON.stringify(stored)}
            onClick={() => void save()}
          >
            {t('frame.save')}
          </Button>
        </div>
      )}
    </div>
  )
}

function modulesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && 'modules' in value ? asTexts(value.modules) : []
}

/** 课程模块: what courses of a new call's form choose among. */
export function ContentModulesPage() {
  const { district } = useActing()
  const query = useQuery('readSetting', { params: { district, key: 'content-modules' } })
  return (
    <>
      <PageHead
        title={t('modules.title')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.settings'), href: '/settings' },
          { label: t('modules.title') },
        ]}
        help={t('modules.help')}
      />
      <QueryView query={query} skeleton="form">
        {({ value, sample, version, actions }) => (
          <Editor
            stored={modulesOf(value ?? sample)}
            shipped={modulesOf(sample)}
            version={version}
            editable={actions.includes('edit')}
          />
        )}
      </QueryView>
    </>
  )
}
