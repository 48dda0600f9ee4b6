/** What a chooser of files offers; the server decides by the bytes. */
export const attachmentAccept = '.pdf,.doc,.docx,.wps,.xls,.xlsx,.et,.ppt,.pptx,.dps,.jpg,.jpeg,.png'
export const attachmentBytes = 52_428_800
export const mostFiles = 20
