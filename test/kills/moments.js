"use strict";
/* Where a process is in its calls of a vendor, told in the moment itself: nothing more of it has run. */
const diagnostics = require("node:diagnostics_channel");
const { ClientRequest } = require("node:http");

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

  const times = {};
  /** Calls `act` when the nth call of that kind comes to the moment. */
  const at = (moment, act, { method, path }) => {
    const waited = position();
    if (waited?.moment !== moment || waited.call !== `${method} ${path.split("?")[0]}`) return;
    times[moment] = (times[moment] ?? 0) + 1;
    if (times[moment] === (waited.nth ?? 1)) act(waited);
  };

  // A request is given its connection right before its first byte is written.
  const { onSocket } = ClientRequest.prototype;
  ClientRequest.prototype.onSocket = function (...given) {
    speaks();
    at("before", reached, this);
    return onSocket.apply(this, given);
  };
  diagnostics.subscribe("http.client.response.finish", ({ request, response }) => {
    // The vendor has done it and has answered; the program has not been told yet.
    at("between", reached, request);
    response.once("end", () => at("after", () => void (answered = true), request));
  });
  return speaks;
};
