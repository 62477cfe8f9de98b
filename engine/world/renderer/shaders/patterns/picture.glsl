void pattern(inout Look look, Place at) {
    vec3 texel = texture(picture_map, vec2(0.5 + 0.5 * at.box.x, 0.5 + 0.5 * at.box.y)).rgb;
    look.color = at.color * mix(texel / 12.92, pow((texel + 0.055) / 1.055, vec3(2.4)), step(0.04045, texel));
}
