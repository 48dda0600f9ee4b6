import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { loadUnits } from '../../frame/load-units.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Field } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Choice } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

type Preview = OutputOf<'checkArchive'>
type ArchiveFile = { archive: Record<string, unknown>; signature: string }

const mostBytes = 1_048_576

/** What the file says, if it has the shape of an archive; whether it is one the server decides. */
async function readFile(file: File): Promise<ArchiveFile | null> {
  try {
    const read: unknown = JSON.parse(await new Response(file).text())
    const { archive, signature } = read as Partial<ArchiveFile>
    return typeof archive === 'object' && archive !== null && typeof signature === 'string'
      ? { archive, signature }
      : null
  } catch {
    // no JSON is no archive
    return null
  }
}

function Facts({ preview }: { preview: Preview }) {
  const minutes = formatNumber(preview.minutes)
  return (
    <>
      <Callout
        kind="success"
        title={t('roster.verified', { issuer: preview.issuer, at: formatInstant(preview.issuedAt) })}
      />
      {preview.joins && (
        <Callout>
          {t('roster.joins', {
            name: preview.joins.name,
            school: preview.joins.schoolName,
            state: wordFor('teacher', preview.joins.state),
          })}
        </Callout>
      )}
      {preview.imported && <Callout kind="warning">{t('roster.importedAlready')}</Callout>}
      <DescriptionList
        items={[
          { label: t('frame.person'), value: preview.name },
          { label: t('teachers.document'), value: preview.documentMasked },
          { label: t('roster.lastSchool'), value: preview.schoolName },
          { label: t('teachers.phase'), value: wordFor('phase', preview.phase) },
          { label: t('teachers.subject'), value: preview.subject },
          {
            label: t('roster.entries'),
            value: t('roster.entriesOf', { all: preview.entries, fresh: preview.newEntries, minutes }),
          },
          {
            label: t('roster.evidenceLeft'),
            value: preview.evidence === 0 ? t('ui.none') : t('roster.evidenceLeftOf', { n: preview.evidence }),
            wide: true,
          },
          {
            label: t('roster.proofs'),
            value: t('roster.proofsOf', { all: preview.certificates, fresh: preview.newCertificates }),
          },
        ]}
      />
    </>
  )
}

/** 接收外区档案: verified and shown first, then brought in at a school. */
export function ArchivesPage() {
  const { district } = useActing()
  const { route } = useLocation()
  const check = useSend('checkArchive')
  const bring = useSend('importArchive')
  const [file, setFile] = useState<{ name: string; size: number; content: ArchiveFile } | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [unread, setUnread] = useState(false)
  const [school, setSchool] = useState<Choice | null>(null)
  const problem = check.problem ?? bring.problem
  async function choose(chosen: File) {
    setPreview(null)
    setFile(null)
    bring.clear()
    const content = await readFile(chosen)
    setUnread(content === null)
    if (content === null) return check.clear()
    const answer = await check.send({ params: { district }, body: content })
    if (!answer.ok) return
    setFile({ name: chosen.name, size: chosen.size, content })
    setPreview(answer.body)
  }
  async function save() {
    if (!file || !school) return
    const answer = await bring.send({ params: { district }, body: { ...file.content, schoolId: school.value } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('roster.archiveImported', { name: answer.body.name }) })
    route(`/teachers/${answer.body.id}`)
  }
  return (
    <>
      <PageHead
        title={t('roster.archives')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.teachers'), href: '/teachers' },
          { label: t('roster.archives') },
        ]}
        help={t('roster.archiveHead')}
      />
      <section class="card stack">
        {unread && (
          <Callout kind="error" title={t('roster.notJson')}>
            {t('roster.notJsonHelp')}
          </Callout>
        )}
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        <Field label={t('roster.archiveFile')} help={t('roster.archiveFileHelp')}>
          {(link) => (
            <FileDrop
              {...link}
              files={file ? [{ id: file.name, name: file.name, size: file.size }] : []}
              disabled={check.busy || bring.busy}
              accept=".json"
              maxBytes={mostBytes}
              onAdd={([chosen]) => chosen && void choose(chosen)}
            />
          )}
        </Field>
        {preview && (
          <>
            <Facts preview={preview} />
            {!preview.imported && (
              <>
                <Field label={t('roster.intoSchool')} required error={bring.problem?.fields['/schoolId']}>
                  {(link) => (
                    <Combobox
                      {...link}
                      value={school}
                      onChange={setSchool}
                      load={(query) => loadUnits('school', district, query)}
                    />
                  )}
                </Field>
                <div class="row">
                  <Button href="/teachers">{t('ui.cancel')}</Button>
                  <Button kind="primary" busy={bring.busy} disabled={school === null} onClick={() => void save()}>
                    {t('roster.importArchive')}
                  </Button>
                </div>
              </>
            )}
          </>
        )}
      </section>
    </>
  )
}
