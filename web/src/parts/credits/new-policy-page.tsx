import './credits.css'
import './policies.css'
import type { BodyIn } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { JsonDialog } from './json-dialog.tsx'
import { PolicyWords } from './policy-words.tsx'

type Start = BodyIn<Routes['createPolicy']>

/** 新建学分办法: from a sample that is shown in words, from one of the bureau's own, or from a file. */
export function NewPolicyPage() {
  const { district } = useActing()
  const { route } = useLocation()
  const samples = useQuery('readCreditSamples', {})
  const own = useQuery('listPolicies', { params: { district }, query: { limit: 50 } })
  const [picked, setPicked] = useState('')
  const [importing, setImporting] = useState(false)
  const { send, busy, problem } = useSend('createPolicy')
  async function create(body: Start) {
    const answer = await send({ params: { district }, body })
    if (answer.ok) route(`/policies/${answer.body.id}/edit`)
  }
  return (
    <>
      <PageHead
        title={t('policies.new')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.policies'), href: '/policies' },
          { label: t('policies.new') },
        ]}
        help={t('policies.newHelp')}
        actions={
          <Button icon="upload" onClick={() => setImporting(true)}>
            {t('policies.importJson')}
          </Button>
        }
      />
      {problem && (
        <Callout kind="error" title={problem.title}>
          {[problem.detail, ...Object.values(problem.fields)].join('　')}
        </Callout>
      )}
      <QueryView query={samples} skeleton="form">
        {({ items }) => {
          const sample = items.find(({ key }) => `sample:${key}` === picked)
          const mine = own.data?.items ?? []
          return (
            <div class="policy-start">
              <section class="card stack">
                <Field label={t('policies.fromSample')} group>
                  {() => (
                    <RadioGroup
                      value={picked}
                      onChange={setPicked}
                      options={items.map(({ key, title, source }) => ({
                        value: `sample:${key}`,
                        label: title,
                        help: source,
                      }))}
                      column
                    />
                  )}
                </Field>
                {mine.length > 0 && (
                  <Field label={t('policies.fromOwn')} group>
                    {() => (
                      <RadioGroup
                        value={picked}
                        onChange={setPicked}
                        options={mine.map(({ id, title, no }) => ({
                          value: `copy:${id}`,
                          label: `${title}（${t('policies.nth', { n: no })}）`,
                        }))}
                        column
                      />
                    )}
                  </Field>
                )}
                <div class="row">
                  <Button href="/policies">{t('ui.cancel')}</Button>
                  <Button
                    kind="primary"
                    disabled={picked === ''}
                    busy={busy}
                    onClick={() => {
                      const [from = '', key = ''] = picked.split(':')
                      void create(from === 'sample' ? { from, key } : { from: 'copy', of: key })
                    }}
                  >
                    {t('policies.begin')}
                  </Button>
                </div>
              </section>
              {sample && (
                <aside class="card policy-beside" aria-label={t('policies.inWords')}>
                  <h2>{t('policies.inWords')}</h2>
                  <PolicyWords words={sample.words} />
                </aside>
              )}
            </div>
          )
        }}
      </QueryView>
      <JsonDialog
        open={importing}
        onClose={() => setImporting(false)}
        onTake={(body) => {
          setImporting(false)
          void create({ from: 'body', body })
        }}
      />
    </>
  )
}
