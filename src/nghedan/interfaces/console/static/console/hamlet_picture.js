// A photograph of several megabytes as one that goes through a weak network and can still be read.
const LONGEST_SIDE = 2000 // pixels: 170 dots per inch of A4
const QUALITY = 0.8
const THUMBNAIL = 144

function drawn(bitmap, longest) {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

// Gives nothing for what this phone cannot open: the server says what is wrong with it.
export async function smaller(file) {
  try {
    const bitmap = await createImageBitmap(file)
    const canvas = drawn(bitmap, LONGEST_SIDE)
    bitmap.close()
    return await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY) })
  } catch {
    return null
  }
}

export async function thumbnail(picture) {
  const bitmap = await createImageBitmap(picture)
  const address = drawn(bitmap, THUMBNAIL).toDataURL('image/jpeg', QUALITY)
  bitmap.close()
  return address
}
