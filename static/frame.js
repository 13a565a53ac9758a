// Runs in an embedded statement. Sends its height to the page around it, whose script makes the frame
// as high (see frame-code.js).
const main = document.querySelector("main");
const send = () => parent.postMessage({ onRecordHeight: Math.ceil(main.getBoundingClientRect().height) }, "*");
new ResizeObserver(send).observe(main);
