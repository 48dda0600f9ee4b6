import '../design/calls.css'
import './comparison.css'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Field } from '../../../ui/field.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Select } from '../../../ui/select.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ChangeTag } from './change-tag.tsx'
import { ComparisonField } from './comparison-field.tsx'
import { ComparisonFiles } from './comparison-files.tsx'
import { DifferenceText } from './difference-text.tsx'

type Comparison = OutputOf<'compareSubmissions'>

interface ResultProps {
  found: Comparison
  onlyChanges: boolean
  at: { district: string; id: string }
}

function Result({ found, onlyChanges, at }: ResultProps) {
  const changed = found.fields.filter(({ change }) => change !== 'same')
  const files = found.attachments.filter(({ change }) => change !== 'same')
  const count = changed.length + files.length + (found.title.change === 'same' ? 0 : 1)
  const shownFiles = onlyChanges ? files : found.attachments
  return (
    <div class="stack">
      {found.from.formNo !== found.to.formNo && (
        <Callout kind="info">{t('files.formChanged', { from: found.from.formNo, to: found.to.formNo })}</Callout>
      )}
      <p role="status" class={count === 0 ? 'visually-hidden' : undefined}>
        {t('files.changes', { n: count })}
      </p>
      {count === 0 && onlyChanges && (
        <div class="card">
          <EmptyState title={t('files.noChanges')} help={t('files.noChangesHelp')} />
        </div>
      )}
      {(found.title.change !== 'same' || !onlyChanges) && (
        <section class="card comparison-field">
          <h2>
            {t('files.title')} <ChangeTag change={found.title.change} />
          </h2>
          <DifferenceText segments={found.title.segments} />
        </section>
      )}
      {(onlyChanges ? changed : found.fields).map((one) => (
        <ComparisonField key={one.key} one={one} onlyChanges={onlyChanges} />
      ))}
      {shownFiles.length > 0 && <ComparisonFiles files={shownFiles} at={at} />}
    </div>
  )
}

/** 两次提交逐项对比; which two stands in the address. */
export function ComparePage() {
  const { district } = useActing()
  const { path, query, route } = useLocation()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const [onlyChanges, setOnlyChanges] = useState(true)
  const application = useQuery('readApplication', { params })
  const submissions = useQuery('listSubmissions', { params })
  const items = submissions.data?.items ?? []
  const latest = items[0]?.no ?? 1
  const from = Number(query['from'] ?? (latest > 1 ? latest - 1 : 1))
  const to = Number(query['to'] ?? (latest > 1 ? latest : 0))
  const comparison = useQuery(
    'compareSubmissions',
    submissions.data === undefined || items.length === 0 ? null : { params, query: { from, to } },
  )
  const choices = [...items].reverse().map(({ no, submittedAt }) => ({
    value: String(no),
    label: t('files.nthAt', { n: no, at: formatInstant(submittedAt) }),
  }))
  const title = application.data?.title ?? ''
  return (
    <>
      <PageHead
        title={t('files.compareTitle')}
        help={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.applications'), href: '/applications' },
          { label: title, href: `/applications/${id}` },
          { label: t('files.compareTitle') },
        ]}
      />
      <QueryView query={submissions}>
        {() =>
          items.length === 0 ? (
            <div class="card">
              <EmptyState title={t('files.noSubmissions')} />
            </div>
          ) : (
            <div class="stack">
              <div class="card comparison-bar">
                <Field label={t('files.compareFrom')}>
                  {(link) => (
                    <Select
                      {...link}
                      value={String(from)}
                      onChange={(value) => route(`${path}?from=${value}&to=${to}`)}
                      options={choices}
                      placeholder={null}
                    />
                  )}
                </Field>
                <Field label={t('files.compareTo')}>
                  {(link) => (
                    <Select
                      {...link}
                      value={String(to)}
                      onChange={(value) => route(`${path}?from=${from}&to=${value}`)}
                      options={[...choices, { value: '0', label: t('files.now') }]}
                      placeholder={null}
                    />
                  )}
                </Field>
                <Checkbox checked={onlyChanges} onChange={setOnlyChanges}>
                  {t('files.onlyChanges')}
                </Checkbox>
              </div>
              <QueryView query={comparison}>
                {(found) => <Result found={found} onlyChanges={onlyChanges} at={params} />}
              </QueryView>
            </div>
          )
        }
      </QueryView>
    </>
  )
}
