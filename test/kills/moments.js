"use strict";
/* Where a process is in its calls of a vendor, told in the moment itself: nothing more of it has run. */
const diagnostics = require("node:diagnostics_channel");

/**
 * @param {() => { call: string, nth?: number, moment: string } | null} position the moment that is waited for, if any
 * @param {(position: object) => void} reached called in that moment
 * @returns {() => void} to be called before the process answers the engine
 */
module.exports = function watch(position, reached) {
  let answered = false;
  /** The program has seen the answer: what it keeps of it is on the disk before it speaks to anybody again. */
  const speaks = () => {
    const at = answered ? position() : null;
    answered = false;
    if (at !== null) reached(at);
  };

  /** Calls `act` when the nth call of that kind comes to the moment. */
  const at = (moment, act) => {
    let times = 0;
    return (message) => {
      const { method, path } = message.request;
      const desired = position();
      if (desired?.moment !== moment || desired.call !== `${method} ${path.split("?")[0]}`) return;
      if (++times === (desired.nth ?? 1)) act(desired);
    };
  };

  // undici tells it right before the first byte is written.
  diagnostics.subscribe("undici:client:sendHeaders", speaks);
  diagnostics.subscribe("undici:client:sendHeaders", at("before", reached));
  // The vendor has done it and has answered; the program has not been told yet.
  diagnostics.subscribe("undici:request:headers", at("between", reached));
  diagnostics.subscribe(
    "undici:request:trailers",
    at("after", () => void (answered = true)),
  );
  return speaks;
};
