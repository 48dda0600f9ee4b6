import './paper.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { inWeChat } from '../../frame/download.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { PaperTitle } from './paper-title.tsx'

type LetterText = OutputOf<'readLetter'>

/** The reply on the bureau's letterhead: red head, number, title, addressee, text, signature and date. */
function Letter({ letter }: { letter: LetterText }) {
  const [number, setNumber] = useState('')
  const blank = `〔${letter.year}〕　　号`
  return (
    <>
      <div class="card no-print">
        <Field label={t('letters.numberLabel')} help={t('letters.help')} short optional>
          {(link) => (
            <TextInput
              {...link}
              value={number}
              onChange={setNumber}
              maxLength={40}
              placeholder={t('letters.numberExample')}
            />
          )}
        </Field>
      </div>
      <article class="paper" lang="zh-CN">
        <div class="letter-head">
          {letter.bureau}
          {t('letters.document')}
        </div>
        <div class="letter-number">{number.trim() === '' ? blank : number}</div>
        <PaperTitle text={letter.title} before="立项的批复" />
        <div class="paper-text letter-text">
          <p class="letter-to">{letter.to}：</p>
          {letter.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>
            {t('letters.attachment')}
            {letter.attachment}
          </p>
        </div>
        <div class="letter-sign">
          <p>{letter.bureau}</p>
          <p>{letter.date}</p>
        </div>
      </article>
    </>
  )
}

/** 立项批复: from the first agreement, whatever was amended since; printed on A4. */
export function LetterPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const project = useQuery('readProject', { params: { district, id } })
  const letter = useQuery('readLetter', { params: { district, id } })
  return (
    <QueryView query={project}>
      {(data) => (
        <>
          <div class="no-print">
            <PageHead
              title={t('letters.title')}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.projects'), href: '/projects' },
                { label: data.title, href: `/projects/${id}` },
                { label: t('letters.title') },
              ]}
              actions={
                inWeChat() ? undefined : (
                  <Button kind="primary" icon="print" onClick={() => print()}>
                    {t('letters.print')}
                  </Button>
                )
              }
            />
          </div>
          {inWeChat() && <Callout>{t('letters.wechat')}</Callout>}
          <QueryView query={letter}>{(text) => <Letter letter={text} />}</QueryView>
        </>
      )}
    </QueryView>
  )
}
