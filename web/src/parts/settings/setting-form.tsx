import './settings.css'
import type { SettingKey } from '@shixun/contract/settings'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'

export interface SettingDraft<T> {
  value: T
  onChange: (value: T) => void
  /** By pointer, as `/value/application`. */
  errors: Readonly<Record<string, string>>
  readOnly: boolean
}

interface SettingFormProps<T> {
  settingKey: SettingKey
  help?: string | undefined
  children: (draft: SettingDraft<T>) => ComponentChildren
}

/** One setting of the bureau: its own value over the sample, saved with the version that was seen. */
export function SettingForm<T>({ settingKey: key, help, children }: SettingFormProps<T>) {
  const { district } = useActing()
  const params = { district, key }
  const query = useQuery('readSetting', { params })
  const put = useSend('putSetting')
  const [draft, setDraft] = useState<T | null>(null)
  const [restoring, setRestoring] = useState(false)
  const [seen, setSeen] = useState<number | null>(null)
  const version = seen ?? query.data?.version ?? 0
  const stale = put.problem?.code === 'version-stale'

  function change(value: T) {
    setSeen(version)
    setDraft(value)
  }
  function forget() {
    setDraft(null)
    setSeen(null)
    put.clear()
  }
  async function save(value: T | null, note?: string) {
    const body = { value, ...(note ? { note } : {}) }
    const answer = await put.send({ params, body, ifMatch: version })
    if (!answer.ok) {
      setTimeout(focusFirstError)
      return
    }
    forget()
    setRestoring(false)
    query.refresh()
    showToast({ kind: 'success', text: value === null ? t('settings.restored') : t('settings.saved') })
  }
  const title = wordFor('settings.key', key)
  return (
    <>
      <PageHead
        title={title}
        help={help}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('settings.title'), href: '/settings' },
          { label: title },
        ]}
        tags={
          query.data && (
            <Tag tone={query.data.value === null ? 'neutral' : 'blue'}>
              {query.data.value === null ? t('settings.sample') : t('settings.own')}
            </Tag>
          )
        }
      />
      <QueryView query={query}>
        {(setting) => {
          const readOnly = !setting.actions.includes('edit')
          const value = draft ?? ((setting.value ?? setting.sample) as T)
          return (
            <form
              class="stack"
              onSubmit={(event) => {
                event.preventDefault()
                if (!readOnly && draft !== null && !put.busy) void save(draft)
              }}
            >
              {readOnly && <Callout kind="info">{t('settings.readOnly')}</Callout>}
              {put.problem && (
                <Callout
                  kind="error"
                  title={stale ? t('settings.stale') : put.problem.title}
                  actions={
                    stale && (
                      <Button size="small" onClick={forget}>
                        {t('settings.reload')}
                      </Button>
                    )
                  }
                >
                  {stale ? t('settings.staleHelp') : put.problem.detail}
                </Callout>
              )}
              {children({ value, onChange: change, errors: put.problem?.fields ?? {}, readOnly })}
              {!readOnly && (
                <div class="setting-foot">
                  <Button disabled={setting.value === null} onClick={() => setRestoring(true)}>
                    {t('settings.restore')}
                  </Button>
                  <Button kind="primary" type="submit" busy={put.busy} disabled={draft === null}>
                    {t('frame.save')}
                  </Button>
                </div>
              )}
            </form>
          )
        }}
      </QueryView>
      <ConfirmDialog
        open={restoring}
        title={t('settings.restore')}
        message={t('settings.restoreHelp')}
        confirmLabel={t('settings.restore')}
        note={{ label: t('settings.note'), help: t('settings.noteHelp'), maxLength: 2000 }}
        busy={put.busy}
        error={put.problem?.detail}
        onConfirm={(note) => void save(null, note)}
        onClose={() => setRestoring(false)}
      />
    </>
  )
}
