import './form-builder.css'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Call } from './call-draft.ts'
import { FormTable } from './form-table.tsx'

type Version = OutputOf<'listCallForms'>['items'][number]

const kinds = ['added', 'changed', 'removed'] as const

/** Titles of the fields that a version added, changed or let go. */
function Changes({ version, before }: { version: Version; before: Version | undefined }) {
  if (!version.changes) return null
  const titleOf = (key: string) => [...version.form, ...(before?.form ?? [])].find((field) => field.key === key)?.title
  return (
    <>
      {kinds
        .filter((kind) => (version.changes?.[kind].length ?? 0) > 0)
        .map((kind) => (
          <div key={kind}>
            {wordFor('formChange', kind)}：{version.changes?.[kind].map((key) => titleOf(key) ?? key).join('、')}
          </div>
        ))}
    </>
  )
}

/** 申报表的各个版本, newest first, with the reason of each change. */
export function FormVersionsCard({ call }: { call: Call }) {
  const { district } = useActing()
  const query = useQuery('listCallForms', { params: { district, id: call.id } })
  const [shown, setShown] = useState<Version | null>(null)
  return (
    <section class="card">
      <h2>{t('design.versions')}</h2>
      <QueryView query={query}>
        {({ items }) => (
          <div>
            {[...items].reverse().map((version) => (
              <div key={version.no} class="form-version">
                <div class="row">
                  <strong>{t('design.versionNo', { n: version.no })}</strong>
                  {version.no === call.formNo && <Tag tone="green">{t('design.inForce')}</Tag>}
                  <span class="muted">{formatInstant(version.createdAt)}</span>
                  <Button kind="text" size="small" onClick={() => setShown(version)}>
                    {t('frame.view')}
                    <span class="visually-hidden">{t('design.versionNo', { n: version.no })}</span>
                  </Button>
                </div>
                {version.note && <p>{t('design.because', { reason: version.note })}</p>}
                <Changes version={version} before={items.find(({ no }) => no === version.no - 1)} />
              </div>
            ))}
          </div>
        )}
      </QueryView>
      <Dialog
        open={shown !== null}
        size="wide"
        title={t('design.versionNo', { n: shown?.no ?? 0 })}
        onClose={() => setShown(null)}
      >
        <FormTable form={shown?.form ?? []} />
      </Dialog>
    </section>
  )
}
