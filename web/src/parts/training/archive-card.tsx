import { addressOf } from '../../call.ts'
import { inWeChat } from '../../frame/download.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { t } from '../../words/words.ts'

/** 项目档案: a plain link, so that the browser streams it to the disk; inside WeChat it says where to open it. */
export function ArchiveCard({ id }: { id: string }) {
  const { district } = useActing()
  return (
    <section class="card stack no-print">
      <h2>{t('archive.title')}</h2>
      <p class="muted">{t('archive.help')}</p>
      {inWeChat() ? (
        <Callout>{t('archive.wechat')}</Callout>
      ) : (
        <div>
          <Button icon="download" href={addressOf('downloadArchive', { district, id })} download>
            {t('archive.download')}
          </Button>
        </div>
      )}
    </section>
  )
}
