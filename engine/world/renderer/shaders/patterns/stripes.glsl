void pattern(inout Look look, Place at) {
    float across = abs(at.n.y) > 0.7 ? at.p.x : at.p.y;
    look.color = mix(at.color, at.color2, stripe(across / (2.0 * at.scale), 0.5, at.grain / (2.0 * at.scale)));
}
